"""A partner shows the board of a call to people who do not sign in."""

from uuid import uuid4

from django.db import transaction

from colletta.matching.models import Call


@transaction.atomic
def share_board(*, call_id: int) -> Call:
    """The board has a new link; whoever has an earlier one sees nothing any more."""
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id, private=False)
    call.board_key = uuid4()
    call.save(update_fields=["board_key"])
    return call
