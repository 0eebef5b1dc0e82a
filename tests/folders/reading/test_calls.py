"""The folder of a call."""

from pathlib import Path

import pytest

from colletta.folders.faults import Fault, FolderRefused
from colletta.folders.reading.calls import is_call, read_call_folder
from tests.cast import eur
from tests.folders.workbench import NOON, copied, edit


def call(tmp_path: Path) -> Path:
    return copied("verde-vicino", tmp_path)


def faults_of_call(folder: Path) -> list[Fault]:
    with pytest.raises(FolderRefused) as refused:
        read_call_folder(folder, now=NOON)
    return refused.value.faults


def test_a_call_is_read_with_everything_it_says(tmp_path: Path) -> None:
    found = read_call_folder(call(tmp_path), now=NOON)
    assert (found.slug, found.state, found.pool) == ("verde-vicino", "open", eur("500.00"))
    assert found.titles == {"en": "Green nearby", "it": "Verde vicino"}
    assert found.texts["it"] == "Per orti e cortili.\n\nUna vasca basta per cominciare."
    assert (found.partner, found.partner_place, found.claw_back_days) == (
        "Fondazione Delta",
        "Trieste",
        30,
    )
    assert (found.rule.ratio, found.rule.cap, found.version) == (5_000, eur("300.00"), 1)
    assert [(one.key, one.kind, one.required) for one in found.questions] == [
        ("perche", "text", True),
        ("piano", "file", False),
    ]


def test_a_folder_is_a_call_by_its_file(tmp_path: Path) -> None:
    assert is_call(call(tmp_path))
    assert not is_call(copied("palco-in-piazza", tmp_path))


@pytest.mark.parametrize(
    ("before", "after", "key", "reason"),
    [
        ('pool = "500.00"', 'pool = "0.00"', "call.pool", "more than zero"),
        ('pool = "500.00"', 'pool = "299.99"', "rule.cap", "could cost more than the pool"),
        ('closes = "+60d"', 'closes = "-60d"', "call.closes", "closes before it opens"),
        ('slug = "verde-vicino"', 'slug = "Verde!"', "call.slug", "An address takes"),
        ('state = "open"', 'state = "ajar"', "call.state", '"ajar" is not known'),
        ('key = "piano"', 'key = "perche"', "question[2].key", "the key of two questions"),
        ('kind = "file"', 'kind = "voice"', "question[2].kind", "is not known"),
        ('ratio = "0.5"', 'ratio = "10.1"', "rule.ratio", "at most 10"),
        ('place = "Trieste"', 'palce = "Trieste"', "partner.palce", 'Did you mean "place"?'),
        ("[[question]]", "[[questions]]", "questions", 'Did you mean "question"?'),
    ],
)
def test_what_cannot_be_is_named(
    tmp_path: Path, before: str, after: str, key: str, reason: str
) -> None:
    folder = call(tmp_path)
    edit(folder, "call.toml", before, after)
    found = [fault for fault in faults_of_call(folder) if fault.key == key]
    assert found
    assert reason in found[0].reason


def test_the_text_in_the_own_language_must_be_there(tmp_path: Path) -> None:
    folder = call(tmp_path)
    (folder / "text.it.txt").unlink()
    assert [fault.file for fault in faults_of_call(folder)] == ["text.it.txt"]


def test_a_stranger_among_the_files_is_named(tmp_path: Path) -> None:
    folder = call(tmp_path)
    (folder / "cover.jpg").write_bytes(b"x")
    assert "does not belong in a call's folder" in faults_of_call(folder)[0].reason
