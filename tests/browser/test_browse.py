"""The front page, the list, organisations, goals in a real browser."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from colletta.folders.actions.load_folder import load_folder
from colletta.history.clock import now
from tests.browser.reading import assert_fits, assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.cast import gift_of_bruno, live_campaign

AtWork = Callable[[Site], AbstractContextManager[None]]
FOLDER = Path(__file__).resolve().parents[1] / "folders" / "orto-di-via-luna"
ADDRESSES = [
    "",
    "campaigns/",
    "campaigns/?category=music&goal=4&state=over",
    "organisations/circolo-aurora/",
    "goals/2/",
]


@pytest.fixture(scope="session", autouse=True)
def campaigns(site: Site, at_work: AtWork) -> None:
    """One from a folder with its cover, one that closes soon, one with a long name."""
    with at_work(site):
        load_folder(folder=FOLDER)
        soon = live_campaign(slug="scade-presto", closes_at=now() + timedelta(hours=34))
        gift_of_bruno(soon, "531.00")
        long = live_campaign(slug="nome-lungo", category="food", sdgs=[2])
        long.texts.update(title="Precipitevolissimevolmente: forno, cortile, biblioteca " * 3)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_every_list_is_accessible(page: Page, view: View, address: str) -> None:
    page.goto(f"/{view.language}/{address}")
    assert page.locator("h1").count() == 1
    assert_good_for_everybody(page)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("view", [View(320), View(768)], ids=str)
def test_no_list_scrolls_sideways(page: Page, view: View, address: str) -> None:
    page.goto(f"/it/{address}")
    assert_fits(page)


def test_the_filter_leads_to_an_address_that_can_be_shared(page: Page) -> None:
    page.goto("/it/")
    page.get_by_label("Categoria").select_option("food")
    page.get_by_role("button", name="Mostra").click()
    expect(page).to_have_url(re.compile(re.escape("/it/campaigns/?category=food") + "$"))
    expect(page.locator(".campaign-card")).to_have_count(1)
    page.get_by_role("link", name="Togli il filtro").click()
    expect(page).to_have_url(re.compile(re.escape("/it/campaigns/") + "$"))


def test_the_other_language_keeps_the_filter(page: Page) -> None:
    page.goto("/it/campaigns/?category=food")
    page.get_by_role("navigation", name="Lingua").get_by_text("EN").click()
    expect(page).to_have_url(re.compile(re.escape("/en/campaigns/?category=food") + "$"))
    expect(page.locator("h1")).to_have_text("All campaigns")


def test_the_whole_card_is_one_link_that_a_keyboard_reaches(page: Page) -> None:
    page.goto("/it/campaigns/?category=food")
    card = page.locator(".campaign-card")
    assert card.get_by_role("link").count() == 1
    card.get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape("/it/campaigns/nome-lungo/") + "$"))


def test_a_card_loads_a_small_modern_picture(page: Page) -> None:
    page.goto("/it/campaigns/")
    picture = page.locator(".campaign-card__cover img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.currentSrc").endswith((".avif", ".webp"))


def test_the_time_left_reaches_zero_without_a_reload(page: Page) -> None:
    page.goto("/it/campaigns/?state=open")
    closes = page.locator("time-left").first.get_attribute("closes")
    assert closes is not None
    page.clock.install(time=datetime.fromisoformat(closes) - timedelta(minutes=2))
    page.reload()
    left = page.locator("time-left").first
    expect(left).to_have_text("2 minuti")
    page.clock.run_for(3 * 60 * 1000)
    expect(left).to_have_text("tempo scaduto")
