"""The board of the latest facts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from colletta.history.freshness import EVERYTHING, Board, numbers_in, subjects_of

NOON = datetime(2026, 5, 25, 12, tzinfo=UTC)


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path / "freshness")


def test_a_fact_is_seen_by_whoever_mapped_the_same_file(tmp_path: Path, board: Board) -> None:
    neighbour = Board(tmp_path / "freshness")
    before = neighbour.numbers(["campaign:1"])
    board.tell(7, at=NOON, subjects=["campaign:1"])
    assert neighbour.numbers(["campaign:1"]) != before
    assert neighbour.numbers(["campaign:1"]) == board.numbers(["campaign:1"])


def test_every_fact_is_about_everything(board: Board) -> None:
    before = board.numbers([EVERYTHING])
    board.tell(7, at=NOON, subjects=["campaign:1"])
    assert board.numbers([EVERYTHING]) != before


def test_a_fact_about_one_campaign_leaves_another_alone(board: Board) -> None:
    before = board.numbers(["campaign:2"])
    board.tell(7, at=NOON, subjects=["campaign:1"])
    assert board.numbers(["campaign:2"]) == before


def test_a_fact_that_is_told_again_changes_nothing(board: Board) -> None:
    board.tell(7, at=NOON, subjects=["campaign:1"])
    board.tell(8, at=NOON, subjects=["campaign:1"])
    before = board.numbers(["campaign:1"])
    board.tell(7, at=NOON, subjects=["campaign:1"])
    assert board.numbers(["campaign:1"]) == before


def test_the_earlier_fact_that_is_committed_later_is_news(board: Board) -> None:
    board.tell(8, at=NOON, subjects=["campaign:1"])
    before = board.numbers(["campaign:1"])
    board.tell(7, at=NOON, subjects=["campaign:1"])
    assert board.numbers(["campaign:1"]) != before


def test_the_same_number_in_another_database_is_another_fact(board: Board) -> None:
    board.tell(7, at=NOON, subjects=["campaign:1"])
    before = board.numbers(["campaign:1"])
    board.tell(7, at=NOON + timedelta(days=1), subjects=["campaign:1"])
    assert board.numbers(["campaign:1"]) != before


def test_a_fact_that_comes_back_makes_no_older_page_true(board: Board) -> None:
    """Two databases that share a folder tell facts of the same ids over and over."""
    board.tell(40, at=NOON, subjects=["campaign:1"])
    older = board.numbers(["campaign:1"])
    board.tell(41, at=NOON, subjects=["campaign:1"])
    board.tell(40, at=NOON + timedelta(days=1), subjects=["campaign:2"])
    board.tell(40, at=NOON, subjects=["campaign:1"])
    assert board.numbers(["campaign:1"]) != older


def test_what_stood_earlier_can_be_asked_later(board: Board) -> None:
    board.tell(7, at=NOON, subjects=["campaign:1"])
    known, earlier = board.numbers(["campaign:1"]), board.as_it_stands()
    board.tell(8, at=NOON, subjects=["campaign:1"])
    assert numbers_in(earlier, ["campaign:1"]) == known


def test_a_fact_about_a_pledge_is_about_its_campaign() -> None:
    assert subjects_of("pledge:3", {"campaign": 42}) == ["pledge:3", "campaign:42"]
