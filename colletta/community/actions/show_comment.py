"""A comment may be read by everybody."""

from django.db import transaction

from colletta.community.actions.hide_comment import NotYoursToHide
from colletta.community.models import Comment
from colletta.community.rights import hid_it_themselves, moderates
from colletta.history.actions.record import record
from colletta.people.models import Person

__all__ = ["NotYoursToHide", "show_comment"]


def show_comment(*, comment_id: int, by: Person) -> None:
    """What was hidden, or waited for a moderator, is there again. Twice is once.

    What a moderator of the site hid, the campaign's people cannot show again. Raises
    NotYoursToHide, Comment.DoesNotExist.
    """
    with transaction.atomic():
        found = Comment.objects.select_for_update(of=("self",)).select_related("campaign")
        comment = found.get(pk=comment_id)
        if not (moderates(by) or hid_it_themselves(by, comment)):
            raise NotYoursToHide(f"{comment} by person:{by.pk}")
        if comment.hidden_at is None and comment.waits_since is None:
            return
        comment.hidden_at = comment.waits_since = comment.hidden_by = None
        comment.hidden_because = ""
        comment.save(update_fields=["hidden_at", "hidden_by", "hidden_because", "waits_since"])
        details = {"campaign": comment.campaign_id}
        record("comment.shown", about=str(comment), by=f"person:{by.pk}", details=details)
