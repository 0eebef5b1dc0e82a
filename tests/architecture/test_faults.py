"""Every fault and attack that must hold by now has a test that carries its id."""

import ast
import re

from tests.architecture import house

FAULTS = [
    *("F1 F2 F3 F4 F5 F6 F8 F11 F23 F24 F25 F26 F27 F28 F29 F30 F31 F32 F33 F34 F35 F36").split(),
    *("F39 F44 F45 F65 F66 F67 F68 F69 F70 F71 F72 F102 F113 A1 A2 A3").split(),
]
# Races that must also be seen to fail without their guard.
RACES = "F8 F39 F44 F45 F71".split()
IDS = re.compile(r"(?<![A-Za-z0-9])[FA][0-9]+(?![0-9])")


def by_id() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names()):
        for one in ids_in(name):
            found.setdefault(one, []).append(name)
    return found


def names() -> set[str]:
    return {
        function.name
        for path in house.python_files("tests")
        for function in house.functions(house.syntax(path))
        if function.name.startswith("test_")
    }


def ids_in(name: str) -> list[str]:
    return IDS.findall(name.replace("_", " "))


def test_every_fault_of_by_now_has_its_test() -> None:
    house.refuse(set(FAULTS) - set(by_id()), "Faults without a test by their id")


def test_every_race_has_its_negative_control() -> None:
    tests = by_id()
    seen_without = {one for one in RACES if any("without" in name for name in tests.get(one, []))}
    house.refuse(set(RACES) - seen_without, "Races that nobody has seen without their guard")


def test_an_id_is_read_from_a_name() -> None:
    tree = ast.parse("def test_F2_F113_a_thing_of_A1_kind(): ...")
    (function,) = house.functions(tree)
    assert ids_in(function.name) == ["F2", "F113", "A1"]
