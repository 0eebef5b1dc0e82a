"""A partner shows a board by a link."""

import pytest

from colletta.matching.actions.share_board import share_board
from tests.matching.calls import call_of_delta

pytestmark = pytest.mark.django_db


def test_a_new_link_replaces_the_earlier_one() -> None:
    call = call_of_delta()
    first, second = (share_board(call_id=call.pk).board_key for _ in range(2))
    assert first is not None
    assert second not in (None, first)
