"""A new sum is on the very next page of every server process."""

import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.running_site import Site, running_site
from tests.cast import gift_of_bruno, live_campaign
from tests.database import Database

GIFTS = 25


@pytest.fixture
def two_servers(
    fresh_database: Database, home_with_static_files: Path
) -> Iterator[tuple[Site, Site]]:
    with running_site(fresh_database, home_with_static_files) as one:
        with running_site(fresh_database, home_with_static_files) as other:
            yield one, other


def raised_on(site: Site) -> int:
    """The euro on the campaign's page."""
    address = f"{site.url}/en/campaigns/orto-in-cortile/"
    with urllib.request.urlopen(address, timeout=10) as answer:
        found = re.search(r'"sum__raised">€([0-9]+)\.00<', answer.read().decode())
    assert found is not None, "the page shows no sum"
    return int(found[1])


def test_a_gift_is_on_the_next_page_of_every_process(two_servers: tuple[Site, Site]) -> None:
    campaign = live_campaign()
    assert [raised_on(site) for site in two_servers] == [0, 0]
    for number in range(1, GIFTS + 1):
        gift_of_bruno(campaign, "20.00")
        assert [raised_on(site) for site in two_servers] == [20 * number, 20 * number]
