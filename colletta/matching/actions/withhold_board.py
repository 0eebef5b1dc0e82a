"""A partner no longer shows the board of a call to people who do not sign in."""

from django.db import transaction

from colletta.matching.models import Call


@transaction.atomic
def withhold_board(*, call_id: int) -> Call:
    """The board has no link."""
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id, private=False)
    call.board_key = None
    call.save(update_fields=["board_key"])
    return call
