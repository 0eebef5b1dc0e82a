"""A21: every address of the site, tried by everybody, answers as the reviewed table says."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.test import Client, override_settings
from django.urls import path
from django.utils import translation
from pytest_django import DjangoDbBlocker

from colletta.config import urls
from tests.config.doors.roles import ROLES, browser_of, people
from tests.config.doors.scene import Things, everything
from tests.config.doors.walk import (
    METHODS,
    Table,
    expected,
    read_table,
    route_of,
    routes,
    try_door,
)
from tests.database import Databases, django_on

Scene = tuple[Things, dict[str, Client]]


class BriefRefusals:
    """The site, but for the page that says that nothing is there: drawing it takes most time."""

    urlpatterns = urls.urlpatterns

    @staticmethod
    def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
        """Nothing but the status."""
        return HttpResponseNotFound()


@pytest.fixture(scope="module")
def scene(databases: Databases, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """One of everything, and a browser for each role."""
    database = databases.clone()
    with django_db_blocker.unblock(), django_on(database.url("app")):
        things = everything()
        with override_settings(ROOT_URLCONF=BriefRefusals):
            yield things, _browsers()
    database.drop()


def _browsers() -> dict[str, Client]:
    return {role: browser_of(person) for role, person in people().items()}


@pytest.mark.parametrize("role", ROLES)
def test_A21_every_door_opens_to_whom_the_table_says(role: str, scene: Scene) -> None:
    wrong = differences(role, read_table(), scene)
    assert not wrong, "\n".join(wrong)


def test_a_method_that_no_row_names_is_unknown(scene: Scene) -> None:
    named = read_table()
    every = [(method, address) for address in addresses() for method in METHODS]
    wrong = differences("operator", {row: [] for row in every if row not in named}, scene)
    assert not wrong, "\n".join(wrong)


def differences(role: str, table: Table, scene: Scene) -> list[str]:
    """Rows at which the role met something else, as the table would have them."""
    things, browsers = scene
    found = {row: try_door(browsers[role], row, things) for row in table}
    return [
        f"{' '.join(row)}: {role} met {outcome}, the table says {expected(table, row, role)}"
        for row, outcome in found.items()
        if outcome not in expected(table, row, role)
    ]


def addresses() -> list[str]:
    return list(dict.fromkeys(address for _, address in read_table()))


def test_every_address_has_a_row(scene: Scene) -> None:
    with translation.override("it"):
        known = {route_of(address, scene[0]) for address in addresses()}
        missing = set(routes()) - known
    assert not missing, f"no row in tests/config/doors/expected.txt for: {sorted(missing)}"


def open_to_all(request: HttpRequest, number: int) -> HttpResponse:
    """A page whose guard was forgotten."""
    return HttpResponse(f"{number}")


class Unguarded(BriefRefusals):
    """The site with such a page, at an old address and at a new one."""

    urlpatterns = [
        path("it/people/gifts/", open_to_all, {"number": 1}),
        path("it/forgotten/<int:number>/", open_to_all),
        *BriefRefusals.urlpatterns,
    ]


def test_a_door_without_its_guard_is_found(scene: Scene) -> None:
    row = ("GET", "/it/people/gifts/")
    with override_settings(ROOT_URLCONF=Unguarded):
        (wrong,) = differences("visitor", {row: read_table()[row]}, scene)
        assert wrong.startswith("GET /it/people/gifts/: visitor met 200")
        with pytest.raises(AssertionError, match="it/forgotten/<int:number>/"):
            test_every_address_has_a_row(scene)


def test_each_row_says_one_thing_of_all_or_one_of_each() -> None:
    assert all(len(outcomes) in (1, len(ROLES)) for outcomes in read_table().values())
