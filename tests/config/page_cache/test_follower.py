"""Facts of other machines reach the board."""

import time
from pathlib import Path

from django.db import transaction

from colletta.config.page_cache.follower import follow
from colletta.history.actions.record import record
from colletta.history.freshness import Board
from tests.database import Database


def test_a_fact_of_another_machine_is_known_after_a_moment(
    fresh_database: Database, tmp_path: Path
) -> None:
    board = Board(tmp_path / "freshness")
    stop = follow(board, address=fresh_database.url("app"))
    time.sleep(0.3)
    with transaction.atomic():
        record("campaign.opened", about="campaign:1")
    deadline = time.monotonic() + 10
    while board.numbers(["campaign:1"]) == (0,) and time.monotonic() < deadline:
        time.sleep(0.05)
    stop.set()
    assert board.numbers(["campaign:1"]) != (0,)
