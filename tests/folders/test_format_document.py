"""docs/folder-format.md says what is true."""

import re
from pathlib import Path

from colletta.campaigns.categories import Category
from colletta.folders.reading.calls import read_call_folder
from colletta.folders.reading.supporters import COLUMNS, EXPORTED
from tests.cast import eur
from tests.folders.workbench import HERE, NOON, faults_of, garden

DOCUMENT = (HERE.parents[1] / "docs" / "folder-format.md").read_text(encoding="utf-8")


def block(begins: str) -> str:
    """The example that begins with these words."""
    found = re.findall(r"```[a-z]*\n(.*?)```", DOCUMENT, flags=re.DOTALL)
    return next(example for example in found if example.startswith(begins))


def test_the_least_that_is_needed_is_enough(tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_text(block("format = 1"), encoding="utf-8")
    (tmp_path / "story.en.md").write_text("Planks, four lamps and a curtain.")
    assert faults_of(tmp_path) == []


def test_the_examples_of_an_update_and_a_caption_are_read(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    (folder / "updates" / "first-bed.en.md").write_text(block("---"), encoding="utf-8")
    captions = (
        block('["courtyard.jpg"]').replace(".en", ".it").replace("courtyard.jpg", "cortile.png")
    )
    (folder / "gallery" / "captions.toml").write_text(captions, encoding="utf-8")
    assert faults_of(folder) == []


def test_the_call_of_the_document_is_a_call(tmp_path: Path) -> None:
    example = next(
        text for text in re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL) if "[call]" in text
    )
    (tmp_path / "call.toml").write_text(example, encoding="utf-8")
    (tmp_path / "text.en.txt").write_text("For gardens and courtyards.", encoding="utf-8")
    assert read_call_folder(tmp_path, now=NOON).pool == eur("35000.00")


def test_every_category_and_every_column_is_named() -> None:
    assert all(f"`{category}`" in DOCUMENT for category in Category.values)
    assert all(f"`{column}`" in DOCUMENT for column in (*COLUMNS, *EXPORTED))
