"""Letters as a phone's mail program shows them, and how their readers end them."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from colletta.community.reactions import tell_of_an_update
from colletta.desk.letters.preview import preview_of
from colletta.desk.letters.samples import SAMPLES
from colletta.history.models import Fact
from colletta.mail.models import Letter
from tests.browser.people import AtWork
from tests.browser.reading import assert_accessible, assert_fits
from tests.browser.running_site import Site
from tests.browser.views import View
from tests.cast import ada, live_campaign
from tests.community.news import update_of_ada
from tests.community.talk import in_the_team

PHONES = [View(), View(theme="dark", language="en")]


@pytest.mark.parametrize("view", PHONES, ids=str)
def test_every_letter_can_be_read_on_a_phone(context: BrowserContext, view: View) -> None:
    page = context.new_page()  # of no site: a letter brings its few styles along
    for name in SAMPLES:
        page.set_content(preview_of(name, language=view.language).html)
        assert_fits(page)
        if name in ("mail.digest", "pledges.receipt", "sign_in_code"):
            assert_accessible(page)


def test_whoever_follows_by_mail_alone_stops_with_one_press(
    browser: Browser, fresh_site: Site, at_work: AtWork
) -> None:
    """Without JavaScript: following, an update by letter, the end of letters like it."""
    with at_work(fresh_site):
        campaign = live_campaign(slug="orto-seguito")
        in_the_team(ada())
    context = browser.new_context(base_url=fresh_site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/it/campaigns/orto-seguito/follow/")
    page.get_by_label("La tua e-mail").fill("lia@posta.example")
    page.get_by_role("button", name="Segui").click()
    with at_work(fresh_site):
        asked = Letter.objects.get(kind="community.follow_confirm")
    page.goto(path_in(asked.text, "/follows/"))
    page.get_by_role("button", name="Sì, voglio seguirla").click()
    with at_work(fresh_site):
        update_of_ada(campaign)
        tell_of_an_update(Fact.objects.filter(kind="update.published").latest("pk"))
        told = Letter.objects.get(kind="community.follow_update")
    assert told.unsubscribe.endswith("/updates/end/")
    page.goto(path_in(told.text, "/updates/end/"))
    page.get_by_role("button", name="Fermale").click()
    expect(page.get_by_text("Queste lettere non arrivano più")).to_be_visible()
    expect(page.get_by_label("Quello che raccontano")).to_have_value("never")
    messages = page.get_by_label("Qualcuno ti scrive")
    messages.select_option(label="Una volta al giorno, insieme")
    page.get_by_role("button", name="Salva").click()
    expect(messages).to_have_value("daily")
    page.get_by_role("button", name="Nessuna di queste lettere").click()
    expect(messages).to_have_value("never")
    context.close()


def path_in(text: str, part: str) -> str:
    """The path of the address in a letter that has this part."""
    (address,) = [line for line in text.splitlines() if part in line]
    return "/" + address.strip().split("/", 3)[3]
