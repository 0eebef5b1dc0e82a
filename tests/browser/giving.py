"""How somebody gives in a browser: what they type, what they press, what they read."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from colletta.campaigns.models import Campaign
from colletta.payments.models import Payment
from tests.browser.running_site import Site
from tests.cast import joined
from tests.payments.company import Company

Till = tuple[Site, Company]
AtWork = Callable[[Site], AbstractContextManager[None]]
WORDS = {
    "it": {
        "go": "Continua al pagamento",
        "arrived": "La tua donazione è arrivata",
        "on its way": "in viaggio",
        "refused": "non è andato a buon fine",
        "stopped": "Pagamento interrotto",
        "again": "Paga ora",
        "name": "Il tuo nome",
        "email": "La tua e-mail",
        "other": "Altro importo in EUR",
        "look": "Guarda di nuovo",
    },
    "en": {
        "go": "Continue to the payment",
        "arrived": "Your gift has arrived",
        "on its way": "on its way",
        "refused": "did not go through",
        "stopped": "You stopped before paying",
        "again": "now",
        "name": "Your name",
        "email": "Your e-mail",
        "other": "Other amount in EUR",
        "look": "Look again",
    },
}
# What one presses on the company's page until the money is there, and what the site says then.
WAYS = {
    "pay": (["pay"], "arrived"),
    "authenticate": (["authenticate", "authenticated"], "arrived"),
    "authenticate in vain": (["authenticate", "not_authenticated"], "refused"),
    "decline": (["decline"], "refused"),
    "cancel": (["cancel"], "stopped"),
    "stay pending": (["pend"], "on its way"),
    "never call back": (["silent"], "arrived"),
    "call back twice": (["twice"], "arrived"),
    "call back early": (["early"], "arrived"),
    "out of order": (["disordered"], "arrived"),
    "forged": (["forged"], "arrived"),
    "late": (["late"], "arrived"),
}


def enter(page: Page, till: Till, at_work: AtWork, email: str) -> None:
    """Somebody of this address is signed in."""
    with at_work(till[0]):
        client = Client()
        client.force_login(joined("Bruno", email))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([
        {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": till[0].url}
    ])


def pledge(page: Page, language: str, campaign: Campaign) -> None:
    """From the campaign's page to the company's."""
    words = WORDS[language]
    page.goto(f"/{language}/campaigns/{campaign.slug}/")
    page.locator("[data-support]").first.click()
    page.get_by_label(words["other"]).fill("20")
    page.get_by_label(words["name"]).fill("Bruno")
    email = page.get_by_label(words["email"])
    if email.is_enabled():  # whoever is signed in gives under their own address
        email.fill(f"{campaign.slug[-30:].strip('-')}@posta.example")
    page.locator("input[name=method]").first.check()
    page.get_by_role("button", name=words["go"]).click()
    page.wait_for_url(re.compile("/pay/"))


def press(page: Page, buttons: list[str]) -> None:
    """What the supporter presses on the company's page, until they are back and know."""
    for button in buttons:
        for fold in page.locator("details:not([open])").all():
            fold.locator("summary").click()
        page.locator(f"button[value={button}]").first.click()
    page.wait_for_url(re.compile("/pledges/"))
    asking = page.locator("[data-state=asking]")
    for _ in range(40):
        if not asking.count():
            return
        page.wait_for_timeout(500)  # milliseconds
        page.goto(page.url)
    raise AssertionError("the page still asks how it went")


def settle(page: Page, till: Till, at_work: AtWork, campaign: Campaign, *, look: str = "") -> None:
    """The money that was pending arrives; the page finds out by itself, or is asked."""
    with at_work(till[0]):
        payment = Payment.objects.get(purpose_id__in=campaign.pledges.values("pk"))
    till[1].press(str(payment.provider_object), "settle")
    if look:
        page.wait_for_timeout(2500)
        again = page.get_by_role("link", name=look)
        # On a busy machine the company may have told of it before this page was made.
        again.or_(page.locator("[data-state=confirmed]")).first.wait_for()
        if again.count():
            again.click()
    else:
        expect(page.locator("[data-state=confirmed]")).to_be_visible(timeout=30_000)
