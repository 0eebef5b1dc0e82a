"""A comment is taken from everybody's eyes."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import Comment
from colletta.community.rights import may_hide
from colletta.history.actions.record import record
from colletta.people.models import Person


class NotYoursToHide(Exception):
    """Neither of the campaign's people nor a moderator."""


def hide_comment(*, comment_id: int, by: Person, because: str, at: datetime) -> None:
    """Its words are kept and no longer shown; in its place stand who hid it and why.

    Doing it again changes nothing: the first reason stays. Raises NotYoursToHide,
    Comment.DoesNotExist.
    """
    with transaction.atomic():
        found = Comment.objects.select_for_update(of=("self",)).select_related("campaign")
        comment = found.get(pk=comment_id)
        if not may_hide(by, comment):
            raise NotYoursToHide(f"{comment} by person:{by.pk}")
        if comment.hidden_at is not None:
            return
        comment.hidden_at = at
        comment.hidden_by = by
        comment.hidden_because = because
        comment.save(update_fields=["hidden_at", "hidden_by", "hidden_because"])
        details = {"campaign": comment.campaign_id}
        record("comment.hidden", about=str(comment), by=f"person:{by.pk}", details=details)
