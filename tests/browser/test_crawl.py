"""Every page of the site, found by a crawl in every role, can be used by everybody (WCAG 2.2 AA).

The crawl knows the rows of tests/config/doors/expected.txt and follows every link; each page that
shows something new is looked at by axe as wide as a phone and as a desk, by day and by night. It
reads the letters of the outbox too, as a demonstration shows them: signed links are links there.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings
from django.utils import translation
from playwright.sync_api import Browser, Page

from tests.browser.crawl import Crawl
from tests.browser.running_site import Site, running_site
from tests.browser.views import View
from tests.browser.watch import Watch
from tests.config.doors.roles import ROLES, browser_of, people
from tests.config.doors.scene import everything
from tests.config.doors.walk import read_table
from tests.database import Databases

AtWork = Callable[[Site], AbstractContextManager[None]]
HOME, OWN, DESK = "/it/", "/it/people/", "/it/desk/"
STARTS = {"visitor": [HOME], "moderator": [DESK], "treasurer": [DESK], "operator": [OWN, DESK]}
# What a browser gets from its own form: sent empty, it comes back with what is wrong, or done.
FORMS = [
    ("visitor", "/it/people/join/", ".problems"),
    ("visitor", "/it/people/sign-in/", ".problems"),
    ("visitor", "/it/people/recovery/", ".problems"),
    ("visitor", "/it/campaigns/{live}/messages/new/", ".problems"),
    ("visitor", "/it/campaigns/{live}/follow/", ".problems"),
    ("visitor", "/it/reports/new/?comment={comment}", ".problems"),
    ("visitor", "/it/messages/{letterbox}/", ".problems"),
    ("visitor", "/it/pledges/{gift}/", "[role=status]"),
    ("supporter", "/it/campaigns/{live}/comments/new/", ".problems"),
    ("supporter", "/it/people/organisations/new/", ".problems"),
    ("supporter", "/it/people/profile/", ".problems"),
    ("supporter", "/it/people/password/", ".problems"),
    ("owner", "/it/campaigns/{live}/updates/new/", ".problems"),
    ("owner", "/it/people/organisations/{team}/", ".problems"),
    ("partner", "/it/partners/{partner}/calls/new/", ".problems"),
    ("operator", "/it/desk/money/", ".problems"),
    ("operator", "/it/desk/brakes/{brake}/release/", ".problems"),
    ("moderator", "/it/desk/moderation/cases/{case}/", ".problems"),
]
# The longest form of the page, without what was typed, past what the browser itself would refuse.
SEND = """() => {
  const forms = [...document.querySelectorAll('main form')].filter(one => one.method === 'post');
  const form = forms.sort((one, two) => two.elements.length - one.elements.length)[0];
  for (const field of form.querySelectorAll('input, textarea'))
    if (['text', 'email', 'password'].includes(field.type)) field.value = '';
  form.noValidate = true;
  form.requestSubmit();
}"""


class Open(NamedTuple):
    """The site of the crawl, what was seen of it, and the session of each role."""

    site: Site
    crawl: Crawl
    sessions: dict[str, str]


@pytest.fixture(scope="module")
def opened(databases: Databases, home_with_static_files: Path, at_work: AtWork) -> Iterator[Open]:
    database = databases.clone()
    with running_site(database, home_with_static_files) as site:
        with at_work(site):
            things = everything()
            browsers = {role: browser_of(person) for role, person in people().items()}
        keys = {
            role: browser.cookies[settings.SESSION_COOKIE_NAME].value
            for role, browser in browsers.items()
            if role != "visitor"
        }
        with translation.override("it"):
            yield Open(site, Crawl(site.url, read_table(), things), keys)
    database.drop()


@pytest.fixture(autouse=True)
def in_italian() -> Iterator[None]:
    with translation.override("it"):
        yield


@contextmanager
def entered(browser: Browser, opened: Open, role: str) -> Iterator[Page]:
    """A page of this role's browser, which behaves, or the test fails."""
    context = browser.new_context(base_url=opened.site.url, **View().of_the_browser())  # type: ignore[arg-type]
    if role in opened.sessions:
        key = opened.sessions[role]
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": opened.site.url}
        context.add_cookies([cookie])  # type: ignore[list-item]
    page = context.new_page()
    watch = Watch(page, opened.site.url)
    yield page
    context.close()
    assert not watch.faults, "\n".join(watch.faults)


def faults_of(crawl: Crawl) -> str:
    """What the crawl found since it was asked last."""
    found = "\n".join(dict.fromkeys(crawl.faults))
    crawl.faults.clear()
    return found


@pytest.mark.parametrize("role", ROLES)
def test_every_page_that_a_role_comes_to_is_good_for_everybody(
    browser: Browser, opened: Open, role: str
) -> None:
    with entered(browser, opened, role) as page:
        opened.crawl.go(role, page, STARTS.get(role, [HOME, OWN]))
    found = faults_of(opened.crawl)
    assert not found, found


@pytest.mark.parametrize(("role", "address", "shown"), FORMS)
def test_a_form_that_was_sent_is_good_for_everybody(
    browser: Browser, opened: Open, role: str, address: str, shown: str
) -> None:
    with entered(browser, opened, role) as page:
        page.goto(address.format(**opened.crawl.things))
        with page.expect_navigation():
            page.evaluate(SEND)
        assert page.locator(shown).count(), f"nothing came back: {page.url}"
        opened.crawl.look(page, f"{address} sent")
    found = faults_of(opened.crawl)
    assert not found, found


def test_a_fault_of_a_page_and_of_its_links_is_found(browser: Browser, opened: Open) -> None:
    sheet = (
        '<!doctype html><html lang="it"><title>Orto</title><main><h1>Orto</h1>'
        '<input name="unlabelled"> <a href="/it/nowhere/">qui</a></main>'
    )
    crawl = Crawl(opened.site.url, read_table(), opened.crawl.things)
    with entered(browser, opened, "visitor") as page:
        page.route("**/it/", lambda route: route.fulfill(body=sheet, content_type="text/html"))
        crawl.visit(page, HOME, "it/")
        for link in crawl.links_on(page):
            crawl.route(link)
    found = faults_of(crawl)
    assert "label" in found
    assert "a link leads to /it/nowhere/, where nothing is" in found


def test_a_page_without_a_row_is_found(opened: Open) -> None:
    table = {row: said for row, said in read_table().items() if row[1] != "/it/calls/"}
    crawl = Crawl(opened.site.url, table, opened.crawl.things)
    crawl.route("/it/calls/")
    assert "expected.txt, add one: GET /it/calls/" in faults_of(crawl)
