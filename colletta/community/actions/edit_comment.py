"""Somebody mends what they just said."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import EDITABLE_FOR, Comment
from colletta.history.actions.record import record


class TooLateToEdit(Exception):
    """People may have answered it by now: the words stay, or are taken back as a whole."""


def edit_comment(*, comment_id: int, person_id: int, text: str, at: datetime) -> Comment:
    """The comment says `text` (clean, see spam.py), and that it was changed.

    Raises Comment.DoesNotExist for what is not theirs, hidden or deleted, TooLateToEdit.
    """
    with transaction.atomic():
        theirs = Comment.objects.filter(person_id=person_id, hidden_at=None, deleted_at=None)
        comment = theirs.select_for_update().get(pk=comment_id)
        if at > comment.published_at + EDITABLE_FOR:
            raise TooLateToEdit(str(comment))
        comment.text = text
        comment.edited_at = at
        comment.save(update_fields=["text", "edited_at"])
        details = {"campaign": comment.campaign_id}
        record("comment.edited", about=str(comment), by=f"person:{person_id}", details=details)
    return comment
