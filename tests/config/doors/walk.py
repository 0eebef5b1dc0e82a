"""Every door, tried by everybody: what is asked, and what the table says of it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.config.doors.roles import ROLES
from tests.config.doors.scene import Things

TABLE = Path(__file__).with_name("expected.txt")
METHODS = ("GET", "POST")
# A method that no row names is one that the address does not know, or denies to know.
UNKNOWN = ("405", "404", "in")
GATES = {"/it/people/sign-in/": "in", "/it/people/identity/": "id"}

Row = tuple[str, str]  # a method and an address, with the names of things in braces
Table = Mapping[Row, Sequence[str]]


def read_table() -> Table:
    """What is expected of each row, one outcome for each role or one for all."""
    lines = [line.split() for line in TABLE.read_text().splitlines() if line.startswith(METHODS)]
    return {(method, address): outcomes for method, address, *outcomes in lines}


def expected(table: Table, row: Row, role: str) -> Sequence[str]:
    """What the table lets happen to one role at one row; a row may name nothing."""
    outcomes = table[row]
    if not outcomes:
        return UNKNOWN
    return outcomes if len(outcomes) == 1 else [outcomes[ROLES.index(role)]]


def try_door(browser: Client, row: Row, things: Things) -> str:
    """What comes of it: a status, "in" or "id" for who is sent to sign in or to prove themselves.

    A POST comes without a word. Whatever it changes is taken back.
    """
    method, address = row
    kept = browser.cookies.output()
    with passing(address):
        answer = browser.generic(method, address.format(**things))
        answer.close()
    if browser.cookies.output() != kept:
        browser.cookies.clear()
        browser.cookies.load(kept.replace("Set-Cookie: ", ""))
    return outcome(answer)


@contextmanager
def passing(address: str) -> Iterator[None]:
    """What happens inside is taken back at the end."""
    if address.startswith("/notices/"):  # which are refused inside a transaction
        yield
        return
    whole = transaction.atomic()
    # As in every test's own transaction, actions that want the outermost one are let in.
    whole._from_testcase = True  # type: ignore[attr-defined]
    with whole:
        yield
        transaction.set_rollback(True)


def outcome(answer: HttpResponseBase) -> str:
    """An answer in the table's words."""
    where = urlsplit(answer.headers.get("Location", "")).path
    return GATES.get(where, str(answer.status_code))


def routes(resolver: URLResolver | None = None, start: str = "") -> Iterator[str]:
    """Every pattern of the URL conf, as `resolve` names what it found."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = str(entry.pattern)
        here = start + (pattern.removeprefix("^") if start else pattern)
        if isinstance(entry, URLPattern):
            yield here
        else:
            yield from routes(entry, here)


def route_of(address: str, things: Things) -> str:
    """The pattern that answers at an address of the table."""
    return str(resolve(urlsplit(address.format(**things)).path).route)
