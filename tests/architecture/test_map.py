"""The map of the house, and the table of settings, tell what is there and nothing else."""

import re
from pathlib import Path

from colletta.installation.names import is_known, known_names
from tests.architecture import house

SETTING = re.compile(r"\bCOLLETTA_[A-Z0-9_]+[A-Z0-9]\b")
AROUND = {"bench", "bin", "docs", "tests"}


def text_of(name: str) -> str:
    return (house.ROOT / name).read_text(encoding="utf-8")


def rows(text: str) -> set[str]:
    """What stands in the first column of the map's tables."""
    return set(re.findall(r"^\| `([a-z]+)` \|", text, re.MULTILINE))


def test_the_map_has_every_room_and_no_other() -> None:
    found = rows(text_of("docs/map.md"))
    house.refuse(set(house.rooms()) - found, "Rooms that are not on docs/map.md")
    house.refuse(found - set(house.rooms()) - AROUND, "Rooms on docs/map.md that are not there")


def test_the_map_begins_with_files_that_are_there() -> None:
    house.refuse(
        (
            f"{room}: {name}"
            for room, begin in re.findall(
                r"^\| `([a-z]+)` \| [^|]+ \| ([^|]+) \|$", text_of("docs/map.md"), re.MULTILINE
            )
            for name in re.findall(r"`([^`]+)`", begin)
            if not exists(house.PACKAGE / room / name)
        ),
        "Files on docs/map.md that are not there",
    )


def exists(path: Path) -> bool:
    """A module may be a file or, once it has grown, a folder."""
    return path.exists() or path.with_suffix(".py").exists()


def test_a_room_that_is_missing_on_the_map_is_found() -> None:
    assert rows("| `ledger` | books |\n| `cellar` | wine |\n") == {"ledger", "cellar"}


def names_in_code() -> set[str]:
    """Every COLLETTA_… of our code but the list itself; the sandbox has its own."""
    paths = (
        path
        for path in house.python_files()
        if house.room_of(path) not in {"sandbox", "installation"}
    )
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return {name for text in texts for name in SETTING.findall(text)}


def test_every_setting_is_known_to_the_doctor() -> None:
    house.refuse(
        (name for name in names_in_code() if not is_known(name)),
        "Settings that colletta/installation/names.py does not know",
    )


def test_every_setting_is_explained() -> None:
    explained = text_of("docs/hosting/settings.md")
    house.refuse(
        (
            name
            for name in known_names()
            if f"`{name}`" not in explained and f"`…{name[name.rindex('_') :]}`" not in explained
        ),
        "Settings that docs/hosting/settings.md does not explain",
    )
    told = {name for name in SETTING.findall(explained) if not is_known(name)}
    house.refuse(told - {"COLLETTA_OPENID_2", "COLLETTA_OPENID_3"}, "Settings that nobody reads")
