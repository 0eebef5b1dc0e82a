"""A guest supports a campaign on a phone, through everything that the payment company can do."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.limits.models import Count
from colletta.mail.models import Letter
from colletta.payments.models import Payment
from colletta.pledges.link import token_of
from colletta.pledges.models import Pledge
from tests.browser.reading import assert_accessible, assert_fits
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, EVERY_VIEW, EVERY_WIDTH, View
from tests.cast import eur, gift_of_bruno, joined, live_campaign
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


@pytest.fixture
def campaign(till: Till, at_work: AtWork, request: pytest.FixtureRequest) -> Iterator[Campaign]:
    """A campaign of this test's own; at the end books, figures and letters are as they must be."""
    slug = re.sub("[^a-z0-9]+", "-", request.node.name.lower())[-70:].strip("-")
    with at_work(till[0]):
        made = live_campaign(slug=slug)
        # All tests come from one address, and refusals weigh there: each begins afresh.
        Count.objects.all().delete()
    yield made
    with at_work(till[0]):
        faults = [one.sentence for one in check_books() if one.is_broken]
        assert not faults, faults
        captured = Payment.objects.filter(
            state="captured", purpose_id__in=made.pledges.values("pk")
        )
        assert figures_of(made, at=now()).raised.minor == sum(
            captured.values_list("captured_minor", flat=True)
        )


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
@pytest.mark.parametrize("way", list(WAYS))
def test_a_guest_goes_every_way(
    page: Page, view: View, way: str, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    words, (buttons, outcome) = WORDS[view.language], WAYS[way]
    _pledge(page, view.language, campaign, way)
    _press(page, buttons)
    expect(page.locator("h1")).to_contain_text(words[outcome])
    assert_accessible(page)
    assert_fits(page)
    if outcome in ("refused", "stopped"):
        page.get_by_role("button", name=re.compile(words["again"])).click()
        _press(page, ["pay"])
    if outcome == "on its way":
        _settle(page, till, at_work, campaign)
    expect(page.locator("h1")).to_contain_text(words["arrived"])
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/")
    expect(page.locator(".sum__raised").first).to_contain_text("20")
    with at_work(till[0]):
        pledge = Pledge.objects.get(campaign=campaign)
        receipts = Letter.objects.filter(key=f"receipt:{pledge}")
        assert [one.language for one in receipts] == [view.language]


def test_what_is_pending_may_fail_and_is_paid_again(
    page: Page, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    _pledge(page, "it", campaign, "pend-fail")
    _press(page, ["pend"])
    with at_work(till[0]):
        payment = Payment.objects.get(purpose_id__in=campaign.pledges.values("pk"))
        assert figures_of(campaign, at=now()).on_its_way == eur("20.00")
    till[1].press(str(payment.provider_object), "fail")
    expect(page.locator("h1")).to_contain_text(WORDS["it"]["refused"], timeout=15_000)
    page.get_by_role("button", name=re.compile("Paga ora")).click()
    _press(page, ["pay"])
    expect(page.locator("h1")).to_contain_text("è arrivata")


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("way", ["pay", "decline", "stay pending", "cancel"])
def test_everything_works_without_scripts(
    browser: Browser, till: Till, campaign: Campaign, at_work: AtWork, way: str, language: str
) -> None:
    words, (buttons, outcome) = WORDS[language], WAYS[way]
    context = browser.new_context(
        java_script_enabled=False, base_url=till[0].url, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    _pledge(page, language, campaign, f"{way}-bare")
    _press(page, buttons)
    expect(page.locator("h1")).to_contain_text(words[outcome])
    if outcome in ("refused", "stopped"):
        page.get_by_role("button", name=re.compile(words["again"])).click()
        _press(page, ["pay"])
    if outcome == "on its way":
        _settle(page, till, at_work, campaign, look=words["look"])
    expect(page.locator("h1")).to_contain_text(words["arrived"])
    context.close()


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_a_person_gives_under_their_own_address_and_finds_the_gift(
    page: Page, view: View, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    words = WORDS[view.language]
    with at_work(till[0]):
        person = joined("Bruno", f"bruno-{view.language}@posta.example")
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([
        {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": till[0].url}
    ])
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/pledges/new/")
    expect(page.get_by_label(words["email"])).to_be_disabled()
    assert_accessible(page)
    page.get_by_label("50", exact=False).first.check()
    page.locator("input[name=method]").first.check()
    page.get_by_role("button", name=words["go"]).click()
    page.wait_for_url(re.compile("/pay/"))
    _press(page, ["pay"])
    expect(page.locator("h1")).to_contain_text(words["arrived"])
    page.goto(f"/{view.language}/people/gifts/")
    expect(page.locator(".gift-list")).to_contain_text("50")
    assert_accessible(page)
    assert_fits(page)


def test_a_chosen_amount_and_a_typed_one_exclude_each_other(
    page: Page, till: Till, campaign: Campaign
) -> None:
    page.goto(f"/it/campaigns/{campaign.slug}/pledges/new/")
    page.get_by_label("50 €").check()
    page.get_by_label("Altro importo in EUR").fill("35")
    expect(page.locator("input[value=other]")).to_be_checked()
    page.get_by_label("50 €").check()
    expect(page.get_by_label("Altro importo in EUR")).to_have_value("")


@pytest.mark.parametrize("view", EVERY_VIEW, ids=str)
def test_the_form_with_its_errors_is_accessible(
    page: Page, view: View, till: Till, campaign: Campaign
) -> None:
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/pledges/new/")
    assert_accessible(page)
    page.get_by_role("button", name=WORDS[view.language]["go"]).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("view", EVERY_WIDTH, ids=str)
def test_nothing_scrolls_sideways(page: Page, view: View, till: Till, campaign: Campaign) -> None:
    page.goto(f"/it/campaigns/{campaign.slug}/pledges/new/")
    assert_fits(page)


@pytest.mark.parametrize("view", EVERY_VIEW, ids=str)
def test_a_supporter_chooses_what_others_see_and_asks_for_a_refund(
    page: Page, view: View, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    with at_work(till[0]):
        gift = gift_of_bruno(campaign, message="")
    page.goto(_own_page(gift, view.language))
    assert_accessible(page)
    page.locator("input[name=show_name]").check()
    page.locator("input[name=show_amount]").check()
    page.locator("textarea[name=message]").fill("Forza!")
    page.locator("#showing button").click()
    expect(page.locator("#showing [role=status]")).to_be_visible()
    assert_accessible(page)
    page.locator("#refund summary").click()
    page.locator("#refund textarea").fill("Ho sbagliato")
    page.locator("#refund form button").click()
    expect(page.locator("#refund q")).to_have_text("Ho sbagliato")
    assert_accessible(page)
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/")
    expect(page.locator("#supporters")).to_contain_text("Forza!")


def _own_page(pledge: Pledge, language: str) -> str:
    return f"/{language}/pledges/{token_of(pledge)}/"


def _pledge(page: Page, language: str, campaign: Campaign, who: str) -> None:
    """From the campaign's page to the company's."""
    words = WORDS[language]
    page.goto(f"/{language}/campaigns/{campaign.slug}/")
    page.locator("[data-support]").first.click()
    page.get_by_label(words["other"]).fill("20")
    page.get_by_label(words["name"]).fill("Bruno")
    page.get_by_label(words["email"]).fill(f"{campaign.slug[-30:].strip('-')}@posta.example")
    page.locator("input[name=method]").first.check()
    page.get_by_role("button", name=words["go"]).click()
    page.wait_for_url(re.compile("/pay/"))


def _press(page: Page, buttons: list[str]) -> None:
    """What the supporter presses on the company's page, until they are back and know."""
    for button in buttons:
        for fold in page.locator("details:not([open])").all():
            fold.locator("summary").click()
        page.locator(f"button[value={button}]").first.click()
    page.wait_for_url(re.compile("/pledges/"))
    asking = page.locator("[data-state=asking]")
    for _ in range(3):
        if asking.count():
            page.wait_for_timeout(2_500)
            page.goto(page.url)


def _settle(page: Page, till: Till, at_work: AtWork, campaign: Campaign, *, look: str = "") -> None:
    """The money that was pending arrives; the page finds out by itself, or is asked."""
    with at_work(till[0]):
        payment = Payment.objects.get(purpose_id__in=campaign.pledges.values("pk"))
    till[1].press(str(payment.provider_object), "settle")
    if look:
        page.wait_for_timeout(2500)
        page.get_by_role("link", name=look).click()
    else:
        expect(page.locator("[data-state=confirmed]")).to_be_visible(timeout=20_000)
