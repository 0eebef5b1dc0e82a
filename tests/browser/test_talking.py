"""People around a campaign, in a real browser: what they say, write to each other and follow."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from colletta.campaigns.models import Campaign
from colletta.community.follow_link import token_of as follow_token_of
from colletta.community.letterbox import token_of
from colletta.community.models import Comment, Conversation, Speaker
from colletta.mail.models import Mailbox
from colletta.mail.preference_link import token_of as mailbox_token_of
from tests.browser.people import AtWork
from tests.browser.reading import assert_fits, assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.cast import PASSWORD, ada, bruno, live_campaign
from tests.community.followers import follower
from tests.community.letters import conversation_of_bruno
from tests.community.news import update_of_ada
from tests.community.talk import in_the_team, said

SLUG = "orto-parlato"


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_everybody_can_read_what_is_said(
    page: Page, view: View, site: Site, at_work: AtWork
) -> None:
    with at_work(site):
        comment, conversation = _talk()
        link = token_of(conversation, Speaker.WRITER)
        update = comment.campaign.updates.get()
        follow = comment.campaign.follows.get()
        choices, mailbox = follow_token_of(follow), Mailbox.objects.at(follow.email)
    campaign = f"/{view.language}/campaigns/{SLUG}/"
    look(page, f"{campaign}comments/")
    look(page, f"{campaign}comments/new/?answer={comment.pk}")
    page.locator("main form .button").click()
    expect(page.locator(".problems")).to_be_visible()
    assert_good_for_everybody(page)
    look(page, f"{campaign}comments/{comment.pk}/")
    look(page, f"{campaign}messages/new/")
    look(page, f"/{view.language}/messages/{link}/")
    look(page, f"{campaign}follow/")
    look(page, f"/{view.language}/follows/{choices}/")
    look(page, f"{campaign}updates/{update.pk}/")
    look(page, f"/{view.language}/letters/{mailbox_token_of(mailbox)}/")


def test_a_comment_and_its_answer_need_no_javascript(
    browser: Browser, fresh_site: Site, at_work: AtWork
) -> None:
    with at_work(fresh_site):
        live_campaign(slug=SLUG)
        bruno(), in_the_team(ada())
    context = browser.new_context(base_url=fresh_site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/it/campaigns/{SLUG}/")
    page.get_by_role("link", name="Scrivi un commento").click()
    page.get_by_label("Il tuo commento").fill("Porto due sacchi di terra.")
    page.get_by_role("button", name="Accedi e pubblica").click()
    _sign_in(page, "bruno@posta.example")
    expect(page.get_by_label("Il tuo commento")).to_have_value("Porto due sacchi di terra.")
    page.get_by_role("button", name="Pubblica").click()
    expect(page).to_have_url(re.compile(r"/comments/#comment-\d+$"))
    context.close()
    context = browser.new_context(base_url=fresh_site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/it/campaigns/{SLUG}/comments/")
    page.get_by_role("link", name="Rispondi Bruno Riva").click()
    page.get_by_label("Il tuo commento").fill("Grazie, sabato?")
    page.get_by_role("button", name="Accedi e pubblica").click()
    _sign_in(page, "ada@posta.example")
    page.get_by_role("button", name="Pubblica").click()
    answer = page.locator(".thread__answers")
    expect(answer).to_contain_text("Grazie, sabato?")
    expect(answer).to_contain_text("Organizza")
    page.get_by_role("link", name="Altro sul commento di Bruno Riva").click()
    page.get_by_label("Perché lo nascondi?").fill("Fuori tema")
    page.get_by_role("button", name="Nascondi questo commento").click()
    expect(page.get_by_text("Porto due sacchi di terra.")).to_have_count(0)
    expect(page.get_by_text("Fuori tema")).to_be_visible()
    context.close()


def test_an_update_is_written_and_read_without_javascript(
    browser: Browser, fresh_site: Site, at_work: AtWork
) -> None:
    with at_work(fresh_site):
        live_campaign(slug=SLUG)
        in_the_team(ada())
    context = browser.new_context(base_url=fresh_site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/it/people/campaigns/")
    _sign_in(page, "ada@posta.example")
    page.get_by_role("link", name="Scrivi un aggiornamento").click()
    page.get_by_role("button", name="Pubblica").click()
    expect(page.locator(".problems")).to_be_visible()
    assert_fits(page)
    page.get_by_label("Titolo (Italiano)").fill("È arrivata la terra")
    page.get_by_label("Che cosa c’è di nuovo (Italiano)").fill("Sei sacchi.")
    page.get_by_role("button", name="Pubblica").click()
    expect(page.locator("#updates")).to_contain_text("Sei sacchi.")
    context.close()


def _sign_in(page: Page, email: str) -> None:
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()


def look(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    assert page.locator("h1").count() == 1, address
    assert_good_for_everybody(page)


def _talk() -> tuple[Comment, Conversation]:
    """What both views look at, made by whoever comes first."""
    campaign = Campaign.objects.filter(slug=SLUG).first()
    if campaign is None:
        campaign = live_campaign(slug=SLUG)
        asked = said(campaign, "Chi porta la terra?\n\nhttps://terra.example/", bruno())
        said(campaign, "Io", ada(), parent_id=asked.pk)
        conversation_of_bruno(campaign)
        update_of_ada(campaign)
        follower(campaign)
    first = campaign.comments.order_by("pk").first()
    assert first is not None
    return first, campaign.conversations.get()
