"""The page of a campaign in a real browser: complete, readable, quiet."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from colletta.campaigns.models import Campaign
from colletta.folders.actions.load_folder import load_folder
from colletta.history.clock import now
from tests.browser.reading import assert_accessible, assert_fits, assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import DESKTOP, EVERY_LANGUAGE, PHONE, View
from tests.cast import gift_of_bruno, live_campaign

AtWork = Callable[[Site], AbstractContextManager[None]]
FOLDER = Path(__file__).resolve().parents[1] / "folders" / "orto-di-via-luna"
SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "legami-di-comunita"


@pytest.fixture(scope="session")
def orto(site: Site, at_work: AtWork) -> str:
    """A campaign that uses everything a folder can hold; its slug."""
    with at_work(site):
        return load_folder(folder=FOLDER).campaign.slug


@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_the_page_is_accessible(page: Page, view: View, orto: str) -> None:
    page.goto(f"/{view.language}/campaigns/{orto}/")
    assert page.locator("h1").count() == 1
    assert_good_for_everybody(page)


@pytest.mark.parametrize("view", [View(320), View(768)], ids=str)
def test_nothing_scrolls_sideways(page: Page, view: View, orto: str) -> None:
    page.goto(f"/it/campaigns/{orto}/")
    assert_fits(page)


@pytest.mark.parametrize("path", ["supporters/", "pledges/new/"])
def test_the_pages_behind_it_are_accessible(page: Page, orto: str, path: str) -> None:
    page.goto(f"/en/campaigns/{orto}/{path}")
    assert_good_for_everybody(page)


@pytest.mark.parametrize("view", [View(PHONE), View(DESKTOP)], ids=str)
def test_the_button_stands_once_in_each_view(
    page: Page, view: View, site: Site, at_work: AtWork
) -> None:
    with at_work(site):
        slug = _open_campaign("bottone")
    page.goto(f"/it/campaigns/{slug}/")
    bar = page.locator(".bottom-bar")
    expect(bar).to_be_hidden()
    page.locator("#supporters").evaluate("one => one.scrollIntoView({block: 'end'})")
    if view.width == PHONE:
        expect(bar).to_be_visible()
        assert_accessible(page)
    else:
        expect(bar).to_be_hidden()
    page.locator("[data-support]").last.scroll_into_view_if_needed()
    expect(bar).to_be_hidden()


def test_the_bar_appears_after_a_jump_past_the_button(page: Page, orto: str) -> None:
    page.goto(f"/it/campaigns/{orto}/")
    page.locator("#comments").evaluate("one => one.scrollIntoView({behavior: 'instant'})")
    expect(page.locator(".bottom-bar")).to_be_visible()


def test_the_time_left_reaches_zero_without_a_reload(
    page: Page, fresh_site: Site, at_work: AtWork
) -> None:
    with at_work(fresh_site):
        slug = _open_campaign("scade", closes_at=now() + timedelta(seconds=9))
    page.goto(f"/en/campaigns/{slug}/")
    left = page.locator(".figures time-left")
    expect(left).to_have_text("1 minute")
    expect(left).to_have_text("no time left", timeout=30_000)


def test_everything_is_there_without_scripts(
    browser: Browser, site: Site, orto: str, at_work: AtWork
) -> None:
    with at_work(site):
        slug = _open_campaign("senza-script")
    context = browser.new_context(java_script_enabled=False, base_url=site.url)
    page = context.new_page()
    page.goto(f"/en/campaigns/{slug}/")
    expect(page.locator("time-left").first).to_have_text("20 days")
    expect(page.locator(".bottom-bar")).to_be_hidden()
    page.get_by_role("link", name="Support this project").first.click()
    expect(page).to_have_url(f"{site.url}/en/campaigns/{slug}/pledges/new/")
    context.close()


@pytest.mark.seed
@pytest.mark.skipif(not SEED.exists(), reason="the seed is not beside this checkout")
@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_the_real_campaign_is_online(page: Page, view: View, site: Site, at_work: AtWork) -> None:
    with at_work(site):
        slug = load_folder(folder=SEED).campaign.slug
    page.goto(f"/{view.language}/campaigns/{slug}/")
    words = {
        "it": ("3.531,00\xa0€", "7.000,00\xa0€", "50\xa0%", "156", "34 ore", "Raccogli tutto"),
        "en": ("€3,531.00", "€7,000.00", "50%", "156", "34 hours", "Keep it all"),
    }
    card = page.locator(".campaign__card")
    for word in words[view.language]:
        expect(card).to_contain_text(word)
    expect(page.locator("#gallery img")).to_have_count(3)
    expect(page.locator("#budget li")).to_have_count(6)
    assert_good_for_everybody(page)


def _open_campaign(slug: str, **changes: object) -> str:
    if Campaign.objects.filter(slug=slug).exists():
        return slug
    campaign = live_campaign(slug=slug, **changes)
    for number in range(12):
        shown: dict[str, Any] = {"show_name": True, "show_amount": True, "message": "Forza! " * 9}
        gift_of_bruno(campaign, email=f"s{number}@posta.example", **shown)
    return slug
