"""What docs/money/stories tell is what the books do."""

import re
from pathlib import Path

import pytest

from colletta.ledger.checks import check_books
from tests.stories.story import NotAStory, closing_balances, read_story, tell

STORIES = sorted((Path(__file__).parents[2] / "docs/money/stories").glob("*.md"))
NAMES = [path.stem for path in STORIES]

pytestmark = pytest.mark.django_db


def test_the_first_stories_are_told() -> None:
    assert {"a-gift", "a-refund", "a-correction", "two-supporters-and-a-payout"} <= set(NAMES)


@pytest.mark.parametrize("path", STORIES, ids=NAMES)
def test_a_story_ends_with_the_balances_it_tells(path: Path) -> None:
    story = read_story(path)
    tell(story)
    assert closing_balances() == story.balances
    assert [result for result in check_books() if not result.holds] == []


@pytest.mark.parametrize("path", STORIES, ids=NAMES)
def test_a_story_with_any_number_wrong_fails(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    begins = text.index("## Closing balances")
    numbers = list(re.finditer(r"\d+\.\d\d", text[begins:]))
    assert numbers
    tell(read_story(path))
    for number in numbers:
        at = begins + number.end() - 1
        wrong = tmp_path / "wrong.md"
        wrong.write_text(text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :], "utf-8")
        assert closing_balances() != read_story(wrong).balances


def test_a_story_that_forgets_an_account_fails(tmp_path: Path) -> None:
    path = STORIES[0]
    tell(read_story(path))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    shorter = tmp_path / "shorter.md"
    shorter.write_text("".join(lines[:-1]), "utf-8")
    assert closing_balances() != read_story(shorter).balances


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ("campaign:42:fund |", "campaign:42:purse |"),
        ("| Account | Balance |", "| Account | Sum |"),
        ("20.00 EUR |\n| | |", "twenty |\n| | |"),
        ("## Closing balances", "| Hello |\n|---|\n| there |\n"),
    ],
)
def test_what_cannot_be_read_is_no_story(tmp_path: Path, found: str, instead: str) -> None:
    text = (STORIES[0].parent / "a-gift.md").read_text(encoding="utf-8")
    assert found in text
    broken = tmp_path / "broken.md"
    broken.write_text(text.replace(found, instead), "utf-8")
    with pytest.raises(NotAStory):
        read_story(broken)
