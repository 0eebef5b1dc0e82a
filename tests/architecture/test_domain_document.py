"""docs/domain.md tells the states as the database has them."""

import re

import pytest

from colletta.history.models import Transition
from tests.architecture import house

GUARDED = ("campaign", "pledge")


def told(document: str, subject: str) -> set[tuple[str, str]]:
    """The steps in the table that follows the subject's name; "(new)" is where one may begin."""
    table = document.split(f"**{subject.capitalize()}**\n", 1)[1].lstrip().split("\n\n", 1)[0]
    rows = re.findall(r"^\| (?!From|-)([^|]+) \| ([^|]+) \|$", table, re.MULTILINE)
    return {
        ("" if before == "(new)" else before.strip().replace(" ", "_"), after.replace(" ", "_"))
        for before, afters in rows
        for after in re.sub(r"\s*\([^)]*\)", "", afters).strip().split(", ")
    }


@pytest.mark.parametrize("subject", GUARDED)
@pytest.mark.django_db
def test_the_document_tells_every_step_of_a_state(subject: str) -> None:
    document = (house.ROOT / "docs" / "domain.md").read_text(encoding="utf-8")
    steps = Transition.objects.filter(subject=subject).values_list("before", "after")
    assert told(document, subject) == set(steps)
