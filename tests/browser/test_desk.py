"""The desk's pages, for everybody's eyes and hands."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from colletta.history.clock import now
from colletta.limits.actions.mail_code import mail_code
from colletta.limits.models import Brake
from colletta.mail.models import Letter, Mailbox
from tests.browser.people import AtWork
from tests.browser.reading import assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.desk.staff import at_the_desk


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_everybody_can_read_the_pages_of_the_desk(
    page: Page, view: View, site: Site, at_work: AtWork
) -> None:
    with at_work(site):
        brake = something_waits()
        client = Client()
        at_the_desk(client, "operator")
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([
        {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site.url}
    ])
    letters = ["letters/", "letters/mail.digest/", "letters/mailboxes/"]
    for address in ["", "books/", "money/", f"brakes/{brake.pk}/release/", *letters]:
        answer = page.goto(f"/{view.language}/desk/{address}")
        assert answer is not None
        assert answer.status == 200, address
        expect(page.locator("h1")).to_have_count(1)
        assert_good_for_everybody(page)


def something_waits() -> Brake:
    """A brake is on where nobody else of these tests gives; a letter is given up, one came back."""
    mail_code(email="bruno@posta.example", language="it")
    lost = {"begun_at": now(), "given_up_at": now(), "last_error": "nobody is there"}
    Letter.objects.filter(kind="limits.code").update(**lost)
    mailbox = Mailbox.objects.at("nessuno@posta.example")
    Mailbox.objects.filter(pk=mailbox.pk).update(undeliverable_at=now())
    brake, _ = Brake.objects.get_or_create(
        subject="campaign:0", released_at=None, defaults={"refusals": 30}
    )
    return brake
