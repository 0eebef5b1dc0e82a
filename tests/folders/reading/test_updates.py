"""News from the owner."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.folders.workbench import NOON, edit, faults_of, garden, only_fault, read

FIRST = "updates/la-prima-vasca.it.md"
SECOND = "updates/si-parte.it.md"


def test_updates_come_oldest_first_with_their_languages_together(tmp_path: Path) -> None:
    start, bed = read(garden(tmp_path)).updates
    assert (start.name, start.at) == ("si-parte", NOON - timedelta(days=19))
    assert (bed.name, bed.language) == ("la-prima-vasca", "it")
    assert bed.titles == {"it": "La prima vasca è piena", "en": "The first bed is full"}
    assert "<strong>two cubic metres</strong>" in bed.texts["en"]


def test_an_update_in_another_language_alone_is_in_that_language(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / SECOND).rename(folder / "updates" / "si-parte.en.md")
    assert read(folder).updates[0].language == "en"


@pytest.mark.parametrize(
    ("before", "after", "line", "key"),
    [
        ("title: Si parte\n", "", 1, "title"),
        ("at: -19d\n", "", 1, "at"),
        ("at: -19d", "at: yesterday", 3, "at"),
        ("at: -19d", "at: 2026-06-01", 3, "at"),
        ("at: -19d", "at: +1h", 3, "at"),
        ("at: -19d", "at: -19d\nat: -18d", 4, "at"),
        ("at: -19d", "at: -19d\nauthor: Ada", 4, "author"),
        ("at: -19d", "at: -19d\nand then", 4, ""),
        ("title: Si parte", "title:", 2, "title"),
        ("title: Si parte", f"title: {'x' * 201}", 2, "title"),
        ("title: Si parte", "title: a\u202eb", 2, "title"),
        ("Grazie", "<b>Grazie</b>", 5, ""),
        ("---\ntitle", "title", 1, ""),
    ],
)
def test_a_fault_in_front_or_below_has_its_line(
    tmp_path: Path, before: str, after: str, line: int, key: str
) -> None:
    folder = garden(tmp_path)
    edit(folder, SECOND, before, after)
    fault = only_fault(folder)
    assert (fault.file, fault.line, fault.key) == (SECOND, line, key)


def test_an_update_says_something(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / SECOND).write_text("---\ntitle: x\nat: -1d\n---\n\n")
    assert "empty" in only_fault(folder).reason
    (folder / SECOND).write_text("")
    assert "title and the date" in only_fault(folder).reason


def test_the_languages_of_an_update_agree_on_its_date(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, FIRST, "at: -5d", "at: -4d")
    (fault,) = faults_of(folder)
    assert fault.file == FIRST
    assert "la-prima-vasca.en.md" in fault.reason


def test_an_update_may_be_for_supporters_only_in_all_its_languages(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, SECOND, "at: ", "for: supporters\nat: ")
    start, bed = read(folder).updates
    assert (start.for_supporters, bed.for_supporters) == (True, False)
    edit(folder, FIRST, "at: ", "for: supporters\nat: ")
    assert "others than" in only_fault(folder).reason


def test_whom_it_is_for_is_one_of_two_words(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, SECOND, "at: ", "for: friends\nat: ")
    assert "for: supporters" in only_fault(folder).reason
