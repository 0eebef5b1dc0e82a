"""To follow one pledge, or its money, a reader opens six files and 600 lines at most."""

import ast
from pathlib import Path

import pytest

from tests.architecture import house

MOST_FILES = 6
MOST_LINES = 600
JOURNEYS = {
    "making a pledge": (
        "pages/views/pledge_new.py",
        "pledges/forms.py",
        "pledges/actions/make_pledge.py",
        "payments/actions/intend_payment.py",
        "pages/pledging/leaving.py",
        "payments/actions/start_payment.py",
    ),
    "booking its money": (
        "payments/views.py",
        "payments/actions/receive_notice.py",
        "payments/actions/apply_snapshot.py",
        "payments/actions/capture_payment.py",
        "pledges/purpose.py",
        "pledges/actions/confirm_pledge.py",
    ),
}
# Where a lower room calls an upper one, it does so through a protocol that it declares.
THROUGH_A_PROTOCOL = {"pledges/purpose.py": "payments.purposes"}


def imported_by(path: Path) -> set[str]:
    """The modules of ours that a file takes something from."""
    return {
        (node.module or "").removeprefix("colletta.")
        for node in ast.walk(house.syntax(path))
        if isinstance(node, ast.ImportFrom)
    }


def name_of(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".")


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_is_short(journey: str) -> None:
    files = [house.ROOT / "colletta" / file for file in JOURNEYS[journey]]
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert len(files) <= MOST_FILES
    assert sum(lines.values()) <= MOST_LINES, lines


@pytest.mark.parametrize("journey", JOURNEYS)
def test_each_step_of_a_journey_leads_to_the_next(journey: str) -> None:
    known: set[str] = set()
    first, *others = JOURNEYS[journey]
    known |= imported_by(house.ROOT / "colletta" / first)
    for file in others:
        assert THROUGH_A_PROTOCOL.get(file, name_of(file)) in known, file
        known |= imported_by(house.ROOT / "colletta" / file)
