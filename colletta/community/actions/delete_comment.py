"""Somebody takes back what they said."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import Comment
from colletta.history.actions.record import record


def delete_comment(*, comment_id: int, person_id: int, at: datetime) -> None:
    """The words are gone for good; where others answered, a trace stays. Twice is once.

    Raises Comment.DoesNotExist for what is not theirs.
    """
    with transaction.atomic():
        theirs = Comment.objects.filter(person_id=person_id)
        comment = theirs.select_for_update().get(pk=comment_id)
        if comment.deleted_at is not None:
            return
        comment.text = ""
        comment.deleted_at = at
        comment.save(update_fields=["text", "deleted_at"])
        details = {"campaign": comment.campaign_id}
        record("comment.deleted", about=str(comment), by=f"person:{person_id}", details=details)
