"""Texts in files of their own."""

from pathlib import Path

import pytest

from tests.folders.workbench import edit, faults_of, garden, only_fault, read, stage


def test_the_story_is_read_in_every_language(tmp_path: Path) -> None:
    stories = read(garden(tmp_path)).stories
    assert set(stories) == {"it", "en"}
    assert "<h3>Chi lo cura</h3>" in stories["it"]
    assert "Le volontar* e i volontari" in stories["it"]
    assert '<a href="mailto:ciao@aurora.example"' in stories["it"]
    assert "<li>in luglio si raccoglie</li>" in stories["it"]


def test_a_campaign_without_a_story_is_refused(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "story.en.md").unlink()
    assert only_fault(folder).file == "story.en.md"


def test_the_story_is_there_in_the_campaigns_own_language(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    (folder / "story.en.md").rename(folder / "story.it.md")
    assert only_fault(folder).file == "story.en.md"
    assert "own language" in only_fault(folder).reason


@pytest.mark.parametrize("text", ["", "  \n\n"])
def test_an_empty_story_is_refused(tmp_path: Path, text: str) -> None:
    folder = stage(tmp_path)
    (folder / "story.en.md").write_text(text)
    assert "empty" in only_fault(folder).reason


def test_A13_each_refused_passage_is_named_with_its_line(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(
        folder, "story.it.md", "in luglio si raccoglie", "in <i>luglio</i>\n   si <b>raccoglie</b>"
    )
    edit(folder, "story.it.md", "https://aurora.example/dove", "JavaScript:alert(1)")
    edit(folder, "owner.it.md", "*Circolo Aurora*", "![logo](https://aurora.example/logo.png)")
    found = [(fault.file, fault.line) for fault in faults_of(folder)]
    assert found == [
        ("owner.it.md", 1),
        ("story.it.md", 8),
        ("story.it.md", 9),
        ("story.it.md", 13),
    ]
