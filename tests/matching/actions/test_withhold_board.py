"""A partner takes the link to a board back."""

import pytest

from colletta.matching.actions.share_board import share_board
from colletta.matching.actions.withhold_board import withhold_board
from tests.matching.calls import call_of_delta

pytestmark = pytest.mark.django_db


def test_the_link_is_gone() -> None:
    call = share_board(call_id=call_of_delta().pk)
    assert withhold_board(call_id=call.pk).board_key is None
