"""TOML with the line of every key."""

from pathlib import Path

import pytest

from colletta.folders.reading.documents import dotted, lines_of
from tests.folders.workbench import faults_of, only_fault, stage


def test_every_key_has_its_line() -> None:
    text = '''format = 1
# a comment = 2
[campaign]
title.it = "a [b] = c"
"title"."en" = 'x'
story = """
[owner]
not = "a key"
"""
sdgs = [
  1,
  4,
]
[[match]]
partner = "Delta"
[[match]]
  partner = "Gamma"
inline = { alt.it = "x" }
["a file.jpg"]
alt.it = "y"
'''
    assert lines_of(text) == {
        ("format",): 1,
        ("campaign",): 3,
        ("campaign", "title"): 4,
        ("campaign", "title", "it"): 4,
        ("campaign", "title", "en"): 5,
        ("campaign", "story"): 6,
        ("campaign", "sdgs"): 10,
        ("match",): 14,
        ("match", 0): 14,
        ("match", 0, "partner"): 15,
        ("match", 1): 16,
        ("match", 1, "partner"): 17,
        ("match", 1, "inline"): 18,
        ("a file.jpg",): 19,
        ("a file.jpg", "alt"): 20,
        ("a file.jpg", "alt", "it"): 20,
    }


def test_entries_are_counted_as_people_count() -> None:
    assert dotted(("budget", 1, "name", "it")) == "budget[2].name.it"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format = 1\n[campaign\n", 2),
        ('format = 1\nslug = "a\n', 2),
        ("format = 1\nformat = 1\n", 2),
        ("format = " + "9" * 5000, None),
        ("a = " + "[" * 3000 + "]" * 3000, None),
    ],
)
def test_what_is_not_toml_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int | None
) -> None:
    folder = stage(tmp_path)
    (folder / "campaign.toml").write_text(text)
    fault = only_fault(folder)
    assert (fault.file, fault.line) == ("campaign.toml", line)


def test_lists_and_tables_in_the_wrong_place_are_faults_of_their_own(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "campaign.toml").write_text('format = 1\ncampaign = "x"\nowner = []\nbudget = 3\n')
    keys = {fault.key for fault in faults_of(folder)}
    assert {"campaign", "owner", "budget", "campaign.slug", "owner.name"} <= keys
