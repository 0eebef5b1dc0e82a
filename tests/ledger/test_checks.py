"""How invariants are declared and asked."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from colletta.ledger import checks
from colletta.ledger.checks import SHOWN, CouldNotBeAsked, Query, check_books, invariant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def only_what_is_declared_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_invariants", {})


def test_an_invariant_that_holds_says_so() -> None:
    @invariant("Nothing is less than itself.")
    def never() -> Query:
        return Query("SELECT 1 AS one WHERE 1 < 1")

    (result,) = check_books()
    assert result.holds
    assert result.sentence == "Nothing is less than itself."
    assert result.name.endswith("never")


def test_an_invariant_that_is_broken_shows_what_breaks_it() -> None:
    @invariant("There are no numbers up to three.")
    def numbers() -> Query:
        return Query("SELECT n FROM generate_series(1, %s) AS n", (3,))

    (result,) = check_books()
    assert not result.holds
    assert result.breaches == [{"n": 1}, {"n": 2}, {"n": 3}]


def test_a_question_to_somebody_else_gives_its_breaches() -> None:
    @invariant("Nobody owes us anything.")
    def debts() -> Iterator[Mapping[str, Any]]:
        yield {"owes": "Bruno"}

    (result,) = check_books()
    assert (result.is_broken, result.breaches) == (True, [{"owes": "Bruno"}])


def test_an_answer_that_does_not_come_is_neither_true_nor_broken() -> None:
    @invariant("Nobody owes us anything.")
    def debts() -> Iterator[Mapping[str, Any]]:
        yield {"owes": "Bruno"}
        raise CouldNotBeAsked("the line is dead")

    (result,) = check_books()
    assert (result.holds, result.is_broken) == (False, False)
    assert result.unanswered == "the line is dead"


def test_of_a_flood_of_breaches_the_first_are_shown() -> None:
    @invariant("There are no numbers at all.")
    def numbers() -> Query:
        return Query("SELECT n FROM generate_series(1, 100000) AS n")

    (result,) = check_books()
    assert len(result.breaches) == SHOWN
