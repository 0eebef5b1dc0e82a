"""A real site in a real browser.

`site` is one server for the whole run, on a database that all browser tests share: fill it once, in
a fixture of the session that uses `at_work`, and only look. `fresh_site` is a server of one test's
own, for tests that change things.
`page` opens addresses of whichever the test asked for (`page.goto("/it/")`), as wide, by the light
and in the language that `view` says, and fails the test when it asks another origin, when something
it loads is missing, or when the console complains.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django import DjangoDbBlocker

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.limits.models import Count
from colletta.payments.models import Payment
from tests.browser.chromium import FLAGS, browser
from tests.browser.running_site import (
    Site,
    running_site,
    running_site_that_takes_payments,
)
from tests.browser.views import View
from tests.browser.watch import Watch
from tests.cast import live_campaign
from tests.database import Databases, django_on
from tests.payments.company import Company

# Playwright's synchronous interface runs a loop in this thread, which Django takes for asyncio.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
HERE = Path(__file__).parent
# On a busy machine a page may take seconds; what is never there fails all the same.
expect.set_options(timeout=20_000)  # milliseconds
# Whatever a page asks for beyond this machine, it does not even look up.
NO_WAY_OUT = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(databases: Databases, home_with_static_files: Path) -> Iterator[Site]:
    """The site that browser tests look at."""
    database = databases.clone()
    with running_site(database, home_with_static_files) as running:
        yield running
    database.drop()


@pytest.fixture
def fresh_site(databases: Databases, home_with_static_files: Path) -> Iterator[Site]:
    """A site of this test's own."""
    database = databases.clone()
    with running_site(database, home_with_static_files) as running:
        yield running
    database.drop()


@pytest.fixture(scope="session")
def till(databases: Databases, home_with_static_files: Path) -> Iterator[tuple[Site, Company]]:
    """A site that takes payments, with its payment company, for the whole run."""
    database = databases.clone()
    with running_site_that_takes_payments(database, home_with_static_files) as running:
        yield running
    database.drop()


@pytest.fixture
def company(till: tuple[Site, Company]) -> Company:
    """The payment company of the site that takes payments."""
    return till[1]


@pytest.fixture(scope="session")
def at_work(django_db_blocker: DjangoDbBlocker) -> Callable[[Site], AbstractContextManager[None]]:
    """`with at_work(site):` inside, Django in this process works on the site's database."""

    @contextmanager
    def on(running: Site) -> Iterator[None]:
        with django_db_blocker.unblock(), django_on(running.database.url("app")):
            yield

    return on


@pytest.fixture
def view() -> View:
    """A phone, by daylight, in Italian, unless the test is parametrised with others."""
    return View()


@pytest.fixture
def the_site(request: pytest.FixtureRequest) -> Site:
    """The site of this test: its own if it asked for one, or the one that takes payments."""
    if "till" in request.fixturenames:
        paid: tuple[Site, Company] = request.getfixturevalue("till")
        return paid[0]
    own = "fresh_site" in request.fixturenames
    running: Site = request.getfixturevalue("fresh_site" if own else "site")
    return running


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = browser()
    assert path is not None, "no Chromium found: bin/test says what to do"
    return {"executable_path": path, "chromium_sandbox": False, "args": [*FLAGS, NO_WAY_OUT]}


@pytest.fixture
def browser_context_args(view: View, the_site: Site) -> dict[str, Any]:
    return {**view.of_the_browser(), "base_url": the_site.url}


@pytest.fixture
def page(request: pytest.FixtureRequest, context: BrowserContext, the_site: Site) -> Iterator[Page]:
    """A page that behaves, or the test fails."""
    opened = context.new_page()
    paid = "till" in request.fixturenames
    watch = Watch(opened, the_site.url, *([request.getfixturevalue("till")[1].url] if paid else []))
    yield opened
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def campaign(
    till: tuple[Site, Company],
    at_work: Callable[[Site], AbstractContextManager[None]],
    request: pytest.FixtureRequest,
) -> Iterator[Campaign]:
    """A campaign of this test's own; at the end books, figures and letters are as they must be."""
    slug = re.sub("[^a-z0-9]+", "-", request.node.name.lower())[-70:].strip("-")
    with at_work(till[0]):
        made = live_campaign(slug=slug)
        # All tests come from one address, and refusals weigh there: each begins afresh.
        Count.objects.all().delete()
    yield made
    with at_work(till[0]):
        faults = [one.sentence for one in check_books() if one.is_broken]
        assert not faults, faults
        captured = Payment.objects.filter(
            state="captured", purpose_id__in=made.pledges.values("pk")
        )
        assert figures_of(made, at=now()).raised.minor == sum(
            captured.values_list("captured_minor", flat=True)
        )
