"""A crawl: one role goes through the site, by the table of doors and by every link it is shown."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

from tests.browser.reading import assert_good_for_everybody
from tests.config.doors.roles import ROLES
from tests.config.doors.scene import Things
from tests.config.doors.walk import Table, route_of

HERE, NOWHERE = "it/", ""
# What every page is made of: its elements with their classes, without what they say.
ANATOMY = """() => [...new Set([...document.querySelectorAll('body *')].map(one =>
    one.tagName + '.' + (one.getAttribute('class') || '') + (one.type || '')))]"""
LINKS = "() => [...document.querySelectorAll('a[href]')].map(one => one.href)"


@dataclass
class Crawl:
    """What all roles together saw so far: parts of pages by route, and where links lead from."""

    origin: str
    table: Table
    things: Things
    seen: dict[str, set[str]] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    looks: int = 0

    def go(self, role: str, page: Page, starts: list[str]) -> None:
        """Visits the starts, the rows that are this role's to visit, and where their links lead.

        A route that others see alike is theirs. What is wrong is kept in `faults`.
        """
        rows = list(self.rows_of(role))
        waiting, been = deque([*starts, *rows]), set[str]()
        while waiting:
            address = waiting.popleft()
            route = self.route(address)
            if route in been and address not in rows:
                continue
            been.add(route)
            for link in self.visit(page, address, route):
                there = self.route(link)
                self.linked.add(there)
                if there not in been and self.is_for(role, there):
                    waiting.append(link)

    def visit(self, page: Page, address: str, route: str) -> list[str]:
        """Opens a page, looks at it if it shows anything new, and gives its links in Italian."""
        try:
            answer = page.goto(address)
        except Error as fault:
            if "Download is starting" not in fault.message:
                raise
            return []
        if answer is None or not answer.headers.get("content-type", "").startswith("text/html"):
            return []
        if answer.status >= 400:
            self.faults.append(f"{address} answers {answer.status}")
            return []
        self.look(page, route)
        return self.links_on(page)

    def look(self, page: Page, route: str) -> None:
        """Whatever is on the page and was not on this route before is looked at by axe."""
        parts = set(page.evaluate(ANATOMY))
        if parts <= self.seen.get(route, set()):
            return
        self.seen[route] = self.seen.get(route, set()) | parts
        self.looks += 1
        try:
            assert_good_for_everybody(page)
        except AssertionError as fault:
            self.faults.append(str(fault))

    def links_on(self, page: Page) -> list[str]:
        """Addresses of pages of ours, without what only varies or points inside them."""
        found = dict.fromkeys(urlsplit(link)[:3] for link in page.evaluate(LINKS))
        start = urlsplit(self.origin)
        return [
            path
            for scheme, place, path in found
            if (scheme, place) == (start.scheme, start.netloc) and path.startswith(f"/{HERE}")
        ]

    def route(self, address: str) -> str:
        """The pattern behind an address; one without a row in the table is a fault."""
        try:
            route = str(resolve(urlsplit(address).path).route)
        except Resolver404:
            self.faults.append(f"a link leads to {address}, where nothing is")
            return NOWHERE
        if route not in self.routes:
            self.faults.append(f"no row in tests/config/doors/expected.txt, add one: GET {address}")
            self.routes[route] = []
        return route

    @cached_property
    def routes(self) -> dict[str, list[list[str]]]:
        """By route the outcomes of its rows for GET."""
        found: dict[str, list[list[str]]] = {}
        for (method, address), outcomes in self.table.items():
            known = found.setdefault(route_of(address, self.things), [])
            if method == "GET":
                known.append(list(outcomes))
        return found

    def is_for(self, role: str, route: str) -> bool:
        """Whether the role goes there by a link: what all see alike is the visitor's to see."""
        if route == NOWHERE:
            return False
        outcomes = self.routes[route]
        alike = all(len(set(each)) == 1 for each in outcomes)
        signed_in = all(len(set(each[1:])) <= 1 for each in outcomes)
        return role == "visitor" or not (alike or (signed_in and role not in EVERYWHERE))

    def rows_of(self, role: str) -> Iterator[str]:
        """The addresses of the table that this role opens, and no role before it in VISITS."""
        for (method, address), outcomes in self.table.items():
            each = outcomes if len(outcomes) > 1 else list(outcomes) * len(ROLES)
            first = (one for one in VISITS if each[ROLES.index(one)] == "200")
            if method == "GET" and next(first, None) == role:
                yield address.format(**self.things)


# Who visits a row: the first of these to whom it opens. Bruno has one of each thing of one's own.
VISITS = ("visitor", "supporter", "owner", "partner", "operator", *ROLES)
# Whoever is signed in has these pages: full for one of them, empty for the other.
EVERYWHERE = ("supporter", "stranger")
