"""The walk: every address of the URL conf, as every role, with GET and with an empty POST."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import override_settings
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from tests.config.doors.objects import Parts, objects_of
from tests.config.doors.roles import ROLES, Browser
from tests.config.doors.scene import Scene
from tests.config.doors.table import REFUSALS, is_uniform

METHODS = ("GET", "POST")
FEW = ("visitor", "supporter", "owner", "operator")
# Pages that only a demonstration has: asked there, and of a real site.
ONLY_SHOWN = ("demo:", "pages:components", "pages:letter")
# They refuse to work inside a transaction, and keep nothing of an empty notice.
UNDONE_BY_ITSELF = frozenset({"payments:notices"})


@dataclass(frozen=True)
class Door:
    """One address of one thing."""

    name: str
    thing: str
    path: str
    demonstration: bool = False


class NoThing(Exception):
    """An address needs something in its varying parts, and objects.py has nothing for it."""


def names_of(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """The name of every address, with its namespace; one without a name is named by its pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name or entry.pattern}"
        else:
            yield from names_of(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


def doors_of(scene: Scene, name: str) -> Iterator[Door]:
    """The address of this name with each of its things. Raises NoThing."""
    for thing, parts in objects_of(scene).get(name, {"-": {}}).items():
        path = path_of(name, parts)
        yield Door(name, thing, path)
        if name.startswith(ONLY_SHOWN):
            yield Door(name, f"{thing}demonstrated", path, demonstration=True)


def path_of(name: str, parts: Parts) -> str:
    """The address. Parts called `?` stand behind the question mark."""
    question = parts.get("?", "")
    parts = {part: value for part, value in parts.items() if part != "?"}
    if "file" in parts:  # A pattern that is closed so far that nothing else can be reversed.
        return f"/media/{parts['file']}"
    try:
        return reverse(name, kwargs=parts or None) + question
    except NoReverseMatch as missing:
        raise NoThing(
            f"{name} has varying parts: say in tests/config/doors/objects.py what stands in them,"
            f" own, foreign and missing ({missing})"
        ) from missing


def browsers_of(scene: Scene) -> dict[str, Browser]:
    """A browser for each role."""
    return {role: Browser(role, scene.people) for role in ROLES}


def answers(
    door: Door, method: str, browsers: dict[str, Browser], row: Sequence[str] = ()
) -> list[str]:
    """What each role is answered; whatever a request changed is as it was before.

    What everybody may open, or whoever signed in, keeps nothing from anybody: where `row` says so
    it is asked as a few roles, and the others are taken at its word.
    """
    few = bool(row) and is_uniform(row) and row[1] not in REFUSALS
    with override_settings(COLLETTA_DEMO=door.demonstration):
        return [
            row[1] if few and role not in FEW else _answer(door, method, browser)
            for role, browser in browsers.items()
        ]


def _answer(door: Door, method: str, browser: Browser) -> str:
    browser.begin_anew()
    if door.name in UNDONE_BY_ITSELF:
        return outcome_of(browser.generic(method, door.path))
    with transaction.atomic():
        found = outcome_of(browser.generic(method, door.path))
        transaction.set_rollback(True)
    return found


def outcome_of(answer: Any) -> str:
    """The status; for a redirect, where it leads: to sign in, to prove oneself, or on."""
    if answer.streaming:
        answer.close()  # a file; closing any other would only end the connection to the database
    status = int(answer.status_code)
    if status not in {301, 302, 303}:
        return str(status)
    there = answer["Location"]
    for part, word in (("/people/sign-in/", "in"), ("/people/identity/", "prv")):
        if part in there:
            return word
    return "on"
