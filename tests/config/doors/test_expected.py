"""A21: every address, asked for own and for others' things, answers each role as it must.

The expected answers stand in expected/*.txt, to be read by people. What has no row there fails.
"""

import pytest
from django.test import override_settings
from django.utils import translation

from tests.config.doors.objects import objects_of
from tests.config.doors.roles import Browser
from tests.config.doors.scene import Scene
from tests.config.doors.table import Found, differences, expected, needs_row, proposed
from tests.config.doors.walk import METHODS, answers, doors_of, names_of

EXPECTED = expected()
Browsers = dict[str, Browser]


def asked(name: str, scene: Scene, browsers: Browsers) -> Found:
    """What GET and POST are answered for every thing of an address.

    A method that has no row is asked for the first thing alone: it is refused before any thing is
    looked for.
    """
    found: Found = {}
    rows = {method for (row, _, method) in EXPECTED if row == name}
    for number, door in enumerate(doors_of(scene, name)):
        for method in METHODS:
            if number == 0 or method in rows or not rows:
                row = EXPECTED.get((name, door.thing, method), [])
                found[door.thing, method] = answers(door, method, browsers, row)
    return found


def faults_of(name: str, found: Found) -> list[str]:
    """What differs from the file."""
    faults = []
    for (thing, method), outcomes in found.items():
        row = EXPECTED.get((name, thing, method))
        if row is not None:
            wrong = differences(row, outcomes)
            faults += [f"{method} {name} of {thing}: {one}" for one in wrong]
        elif needs_row(method, thing, found):
            faults.append(f"{method} {name} of {thing} has no row")
    gone = {(thing, method) for row, thing, method in EXPECTED if row == name} - set(found)
    return faults + [f"{method} {name} of {thing} is not asked" for thing, method in sorted(gone)]


@pytest.mark.parametrize("name", sorted(set(names_of())))
def test_A21_every_role_is_answered_as_the_file_says(
    name: str, scene: Scene, browsers: Browsers
) -> None:
    found = asked(name, scene, browsers)
    faults = faults_of(name, found)
    rows = proposed(name, found)
    assert not faults, "\n".join([
        *faults,
        "",
        "If this is as it must be, these are its rows in tests/config/doors/expected/:",
        rows,
    ])


def test_no_row_outlives_its_address() -> None:
    names = set(names_of())
    assert {name for name, _, _ in EXPECTED} <= names


def test_nothing_is_named_for_an_address_that_is_not_there(scene: Scene) -> None:
    assert set(objects_of(scene)) <= set(names_of())


def test_nobody_is_ever_answered_that_something_broke() -> None:
    assert not [row for row, outcomes in EXPECTED.items() if set(outcomes) & {"500", "503"}]


def test_a_page_that_lost_its_guard_is_found(scene: Scene, browsers: Browsers) -> None:
    with override_settings(ROOT_URLCONF="tests.config.doors.unguarded"):
        with translation.override("it"):
            faults = faults_of("desk:books", asked("desk:books", scene, browsers))
    assert len(faults) == 12
    assert any("stranger" in fault and "200, expected 404" in fault for fault in faults)


def test_an_address_without_a_row_is_found(scene: Scene, browsers: Browsers) -> None:
    with override_settings(ROOT_URLCONF="tests.config.doors.unguarded"):
        assert "desk:backup" in names_of()
        found = asked("desk:backup", scene, browsers)
        assert "GET desk:backup of - has no row" in faults_of("desk:backup", found)
    assert proposed("desk:backup", found).splitlines()[1].split() == [
        "-",
        "GET",
        "everybody",
        "200",
    ]
