"""A guest supports a campaign on a phone, through everything that the payment company can do."""

import re

import pytest
from playwright.sync_api import Page, expect

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.payments.models import Payment
from colletta.pledges.link import token_of
from colletta.pledges.models import Pledge
from tests.browser.giving import WAYS, WORDS, AtWork, Till, enter, pledge, press, settle
from tests.browser.reading import assert_fits, assert_good_for_everybody
from tests.browser.views import EVERY_LANGUAGE, View
from tests.cast import eur, gift_of_bruno


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
@pytest.mark.parametrize("way", list(WAYS))
def test_a_guest_goes_every_way(
    page: Page, view: View, way: str, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    words, (buttons, outcome) = WORDS[view.language], WAYS[way]
    pledge(page, view.language, campaign)
    press(page, buttons)
    expect(page.locator("h1")).to_contain_text(words[outcome])
    assert_good_for_everybody(page)
    if outcome in ("refused", "stopped"):
        page.get_by_role("button", name=re.compile(words["again"])).click()
        press(page, ["pay"])
    if outcome == "on its way":
        settle(page, till, at_work, campaign)
    expect(page.locator("h1")).to_contain_text(words["arrived"])
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/")
    expect(page.locator(".sum__raised").first).to_contain_text("20")
    with at_work(till[0]):
        made = Pledge.objects.get(campaign=campaign)
        receipts = Letter.objects.filter(key=f"receipt:{made}")
        assert [one.language for one in receipts] == [view.language]


def test_what_is_pending_may_fail_and_is_paid_again(
    page: Page, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    pledge(page, "it", campaign)
    press(page, ["pend"])
    with at_work(till[0]):
        payment = Payment.objects.get(purpose_id__in=campaign.pledges.values("pk"))
        assert figures_of(campaign, at=now()).on_its_way == eur("20.00")
    till[1].press(str(payment.provider_object), "fail")
    expect(page.locator("h1")).to_contain_text(WORDS["it"]["refused"], timeout=30_000)
    page.get_by_role("button", name=re.compile("Paga ora")).click()
    press(page, ["pay"])
    expect(page.locator("h1")).to_contain_text("è arrivata")


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_a_person_gives_under_their_own_address_and_finds_the_gift(
    page: Page, view: View, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    words = WORDS[view.language]
    enter(page, till, at_work, f"bruno-{view.language}@posta.example")
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/pledges/new/")
    expect(page.get_by_label(words["email"])).to_be_disabled()
    assert_good_for_everybody(page)
    page.get_by_label("50", exact=False).first.check()
    page.locator("input[name=method]").first.check()
    page.get_by_role("button", name=words["go"]).click()
    page.wait_for_url(re.compile("/pay/"))
    press(page, ["pay"])
    expect(page.locator("h1")).to_contain_text(words["arrived"])
    page.goto(f"/{view.language}/people/gifts/")
    expect(page.locator(".gift-list")).to_contain_text("50")
    assert_good_for_everybody(page)


def test_a_chosen_amount_and_a_typed_one_exclude_each_other(
    page: Page, till: Till, campaign: Campaign
) -> None:
    page.goto(f"/it/campaigns/{campaign.slug}/pledges/new/")
    page.get_by_label("50 €").check()
    page.get_by_label("Altro importo in EUR").fill("35")
    expect(page.locator("input[value=other]")).to_be_checked()
    page.get_by_label("50 €").check()
    expect(page.get_by_label("Altro importo in EUR")).to_have_value("")


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_the_form_with_its_errors_is_accessible(
    page: Page, view: View, till: Till, campaign: Campaign
) -> None:
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/pledges/new/")
    assert_good_for_everybody(page)
    page.get_by_role("button", name=WORDS[view.language]["go"]).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_good_for_everybody(page)


@pytest.mark.parametrize("view", [View(320), View(768)], ids=str)
def test_nothing_scrolls_sideways(page: Page, view: View, till: Till, campaign: Campaign) -> None:
    page.goto(f"/it/campaigns/{campaign.slug}/pledges/new/")
    assert_fits(page)


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_a_supporter_chooses_what_others_see_and_asks_for_a_refund(
    page: Page, view: View, till: Till, campaign: Campaign, at_work: AtWork
) -> None:
    with at_work(till[0]):
        gift = gift_of_bruno(campaign, message="")
    page.goto(_own_page(gift, view.language))
    assert_good_for_everybody(page)
    page.locator("input[name=show_name]").check()
    page.locator("input[name=show_amount]").check()
    page.locator("textarea[name=message]").fill("Forza!")
    page.locator("#showing button").click()
    expect(page.locator("#showing [role=status]")).to_be_visible()
    assert_good_for_everybody(page)
    page.locator("#refund summary").click()
    page.locator("#refund textarea").fill("Ho sbagliato")
    page.locator("#refund form button").click()
    expect(page.locator("#refund q")).to_have_text("Ho sbagliato")
    assert_good_for_everybody(page)
    page.goto(f"/{view.language}/campaigns/{campaign.slug}/")
    expect(page.locator("#supporters")).to_contain_text("Forza!")


def _own_page(gift: Pledge, language: str) -> str:
    return f"/{language}/pledges/{token_of(gift)}/"
