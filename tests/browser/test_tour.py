"""The tour of a demonstration, on every screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import assert_fits, assert_good_for_everybody
from tests.browser.views import View


@pytest.mark.parametrize("view", [View(320), View(768, language="en")], ids=str)
def test_a_newcomer_can_read_the_tour(page: Page, view: View) -> None:
    page.goto(f"/{view.language}/_tour/")
    expect(page.locator(".demo-bar")).to_be_visible()
    expect(page.locator(".tour__step")).to_have_count(5)
    assert_fits(page)
    assert_good_for_everybody(page)
