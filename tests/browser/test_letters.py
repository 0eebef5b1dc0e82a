"""Letters as a phone's mail program shows them, and one click that ends them."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from colletta.desk.letters.preview import preview_of
from colletta.desk.letters.samples import SAMPLES
from colletta.mail.models import Mailbox
from colletta.mail.preference_link import address_of
from tests.browser.people import AtWork
from tests.browser.reading import assert_accessible, assert_fits
from tests.browser.running_site import Site
from tests.browser.views import View

PHONES = [View(), View(theme="dark", language="en")]


@pytest.mark.parametrize("view", PHONES, ids=str)
def test_every_letter_can_be_read_on_a_phone(context: BrowserContext, view: View) -> None:
    page = context.new_page()  # of no site: a letter brings its few styles along
    for name in SAMPLES:
        page.set_content(preview_of(name, language=view.language).html)
        assert_fits(page)
        if name in ("mail.digest", "pledges.receipt", "sign_in_code"):
            assert_accessible(page)


def test_letters_are_chosen_without_javascript(
    browser: Browser, fresh_site: Site, at_work: AtWork
) -> None:
    with at_work(fresh_site):
        address = address_of(Mailbox.objects.at("lia@posta.example"), "it")
    context = browser.new_context(base_url=fresh_site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/" + address.split("/", 3)[3])
    messages = page.get_by_label("Qualcuno ti scrive")
    messages.select_option(label="Una volta al giorno, insieme")
    page.get_by_role("button", name="Salva").click()
    expect(page.get_by_text("La tua scelta è salvata")).to_be_visible()
    expect(messages).to_have_value("daily")
    page.get_by_role("button", name="Nessuna di queste lettere").click()
    expect(messages).to_have_value("never")
    context.close()
