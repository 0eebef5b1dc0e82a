"""Pages for what is not there, and for a site that cannot read its data."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import assert_good_for_everybody
from tests.browser.running_site import Site
from tests.browser.views import EVERY_LANGUAGE, View
from tests.pages.views.test_errors import lock_out


@pytest.mark.parametrize("address", ["campaigns/non-esiste/", "nessun/indirizzo/"])
@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_what_is_not_there_is_said_so_that_everybody_reads_it(
    page: Page, view: View, address: str
) -> None:
    answer = page.goto(f"/{view.language}/{address}")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").count() == 1
    assert_good_for_everybody(page)


def test_an_unknown_language_offers_those_that_are_spoken(page: Page) -> None:
    page.goto("/de/campaigns/")
    assert_good_for_everybody(page)
    page.get_by_role("link", name="Read it in English").click()
    expect(page).to_have_url(re.compile(re.escape("/en/campaigns/") + "$"))


def test_a_site_that_cannot_read_its_data_says_so_and_comes_back(
    page: Page, fresh_site: Site
) -> None:
    """A page that is kept in front of Django is still shown; one that has to be made is not."""
    page.goto("/it/")
    lock_out(fresh_site.database)
    answer = page.goto("/it/campaigns/")
    assert answer is not None
    assert (answer.status, answer.headers["retry-after"]) == (503, "30")
    assert_good_for_everybody(page)
    let_in(fresh_site)
    assert status_in_time(page, 200)


def let_in(site: Site) -> None:
    with site.database.connect("superuser", autocommit=True) as root:
        root.execute(f'ALTER DATABASE "{site.database.name}" CONNECTION LIMIT -1')


def status_in_time(page: Page, wanted: int) -> bool:
    """Whether the page answers so within the half minute that the outage page promises."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        answer = page.goto("/it/campaigns/")
        if answer is not None and answer.status == wanted:
            return True
    return False
