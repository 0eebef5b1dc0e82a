"""What docs/matching/stories works out is what gifts, matches and books do."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.matching.stories.story import Example, NotAStory, happens, read_examples

STORIES = sorted((Path(__file__).parents[3] / "docs/matching/stories").glob("*.md"))
EXAMPLES = [example for path in STORIES for example in read_examples(path)]

pytestmark = pytest.mark.django_db


def test_six_pairs_are_told_from_both_sides_of_their_threshold() -> None:
    pairs = {"50/50", "40/60", "75/25", "25/75", "30/70", "40/60 with a cap"}
    sides = ("one cent below", "at the threshold")
    told = [(example.pair, example.side) for example in EXAMPLES]
    assert sorted(told) == sorted((pair, side) for pair in pairs for side in sides)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_ends_as_it_is_told(example: Example) -> None:
    assert happens(example) == example.told


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_pair_of_an_example_is_its_rule(path: Path) -> None:
    for example in read_examples(path):
        people = example.rule["People give first"].removesuffix(" %")
        partner = example.rule["The partner adds"].removesuffix(" %")
        capped = " with a cap" if "At most" in example.rule else ""
        assert example.pair == f"{people}/{partner}{capped}"


@pytest.mark.parametrize("column", [1, 2, 3])
def test_an_example_with_a_cent_wrong_fails(column: int) -> None:
    example = EXAMPLES[0]
    told = list(example.told)
    told[column] = re.sub(r"\d EUR", lambda cent: f"{(int(cent[0][0]) + 1) % 10} EUR", told[column])
    wrong = replace(example, told=tuple(told))
    assert happens(wrong) != wrong.told


@pytest.mark.parametrize(
    ("found", "instead"),
    [("| Pair |", "| Couple |"), ("7000.00 EUR", "a lot"), ("50 % |\n| The", "half |\n| The")],
)
def test_what_cannot_be_read_is_no_story(tmp_path: Path, found: str, instead: str) -> None:
    text = (STORIES[0].parent / "half-and-half.md").read_text(encoding="utf-8")
    assert found in text
    broken = tmp_path / "broken.md"
    broken.write_text(text.replace(found, instead, 1), "utf-8")
    with pytest.raises(NotAStory):
        happens(read_examples(broken)[0])
