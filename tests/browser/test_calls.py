"""From a draft to a match that everybody sees: a partner, a campaign, a supporter, a browser."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.share_board import share_board
from colletta.matching.models import Call
from tests.browser.people import AtWork
from tests.browser.reading import assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.cast import PASSWORD, gift_of_bruno, live_campaign
from tests.matching.calls import call_of_delta
from tests.matching.teams import ada_in_her_group, application_of, dora

QUESTIONS = [
    {"key": "why", "label": {"it": "Perché?", "en": "Why you?"}, "kind": "text", "required": True},
    {"key": "plan", "label": {"it": "Il piano", "en": "Your plan"}, "kind": "file"},
]


def sign_in_as(page: Page, email: str, language: str = "en") -> None:
    page.context.clear_cookies()
    page.goto(f"/{language}/people/sign-in/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**/{language}/people/")


def look(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    assert page.locator("h1").count() == 1, address
    assert_good_for_everybody(page)


def call_at_work() -> Call:
    """A call with a campaign that needs help, one that has it, one that waits."""
    if found := Call.objects.filter(slug="verde-vicino").first():
        return found
    call = call_of_delta(questions=QUESTIONS)
    ada_in_her_group()
    for number, given in enumerate(["500.00", "320.00"]):
        soon = now() + timedelta(days=3 + 20 * (1 - number), hours=1)
        campaign = live_campaign(slug=f"bando-{number}", closes_at=soon)
        made = application_of(campaign, call)
        admit_campaign(application_id=made.pk, by_id=dora().pk, at=now())
        gift_of_bruno(campaign, given)
        evaluate_matches(campaign_id=campaign.pk, at=now())
    application_of(live_campaign(slug="bando-2"), call, answers={"why": "Tre vasche."})
    live_campaign(slug="bando-3")
    return share_board(call_id=call.pk)


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_everybody_can_read_calls_and_what_partners_work_with(
    page: Page, view: View, site: Site, at_work: AtWork
) -> None:
    with at_work(site):
        call = call_at_work()
        waiting = call.applications.get(state="made")
        match = call.matches.order_by("pk")[0]
    language = view.language
    look(page, f"/{language}/calls/")
    look(page, f"/{language}/calls/verde-vicino/")
    look(page, f"/{language}/calls/boards/{call.board_key}/")
    sign_in_as(page, "ada@posta.example", language)
    look(page, f"/{language}/calls/verde-vicino/applications/")
    look(page, f"/{language}/calls/verde-vicino/applications/bando-2/")
    look(page, f"/{language}/calls/verde-vicino/applications/bando-3/")
    sign_in_as(page, "dora@delta.example", language)
    look(page, f"/{language}/partners/")
    look(page, f"/{language}/partners/fondazione-delta/calls/new/")
    look(page, f"/{language}/partners/calls/verde-vicino/")
    look(page, f"/{language}/partners/calls/verde-vicino/text/")
    look(page, f"/{language}/partners/applications/{waiting.pk}/")
    look(page, f"/{language}/partners/simulation/?call=verde-vicino")
    look(page, f"/{language}/partners/matches/{match.pk}/approval/")


def test_a_call_from_its_draft_to_the_money_that_it_adds(
    page: Page, fresh_site: Site, at_work: AtWork
) -> None:
    with at_work(fresh_site):
        dora()
        ada_in_her_group()
        campaign = live_campaign()
    _draft_and_open(page)
    _apply(page)
    _admit(page)
    page.context.clear_cookies()
    page.goto("/en/calls/green-nearby/")
    expect(page.locator(".call-row")).to_contain_text("€500 missing")
    with at_work(fresh_site):
        gift_of_bruno(campaign, "500.00")
        evaluate_matches(campaign_id=campaign.pk, at=now())
    page.goto("/en/calls/green-nearby/")
    expect(page.locator(".call-row")).to_contain_text("€500 added")
    page.goto(f"/en/campaigns/{campaign.slug}/")
    expect(page.locator(".standing")).to_contain_text("50% from people, 100% with Fondazione Delta")
    sign_in_as(page, "dora@delta.example")
    page.goto("/en/partners/calls/green-nearby/")
    page.get_by_role("link", name="Approval paper").click()
    expect(page.locator("main")).to_contain_text("SHA-256")


def _draft_and_open(page: Page) -> None:
    sign_in_as(page, "dora@delta.example")
    page.goto("/en/partners/")
    page.get_by_role("link", name="Draft a call").click()
    page.get_by_label("Title in English").fill("Green nearby")
    page.get_by_label("Gifts count from").fill("2020-01-01")
    page.get_by_label("The whole pool").fill("400")
    page.get_by_label("What people give first, as percent of the target").fill("50")
    page.get_by_label("A flat sum").check()
    page.locator("#id_amount").fill("500")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".problems")).to_contain_text("more than the whole pool")
    page.get_by_label("The whole pool").fill("4,000")
    page.get_by_role("button", name="Save").click()
    _try_out(page)
    page.get_by_role("button", name="Open the call").click()
    expect(page.locator("[role=status]")).to_contain_text("campaigns can apply")


def _try_out(page: Page) -> None:
    """The rule of the draft, on a campaign of this site and three invented ones."""
    draft = page.url
    page.get_by_role("link", name="Try its rule out").click()
    page.get_by_label("Un orto in cortile").check()
    page.get_by_role("button", name="Try it out").click()
    told = page.locator("main")
    expect(told).to_contain_text("The pool bears all of them: €2,000 of €4,000 would be reserved.")
    page.goto(draft)


def _apply(page: Page) -> None:
    sign_in_as(page, "ada@posta.example")
    page.goto("/en/calls/green-nearby/")
    page.get_by_role("link", name="Apply with a campaign").click()
    page.get_by_role("link", name="Un orto in cortile").click()
    page.get_by_role("button", name="Send the application").click()
    expect(page.locator("[role=status]")).to_contain_text("on its way")


def _admit(page: Page) -> None:
    sign_in_as(page, "dora@delta.example")
    page.goto("/en/partners/")
    page.get_by_role("link", name=re.compile("orto")).click()
    page.get_by_role("button", name="Admit the campaign").click()
    expect(page.locator("[role=status]")).to_contain_text("its sum is reserved")
