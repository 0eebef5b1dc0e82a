"""Somebody wants to hear no more of a campaign."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import Follow


def end_follow(*, follow_id: int, at: datetime) -> None:
    """No letter goes there any more. Twice is once. Raises Follow.DoesNotExist."""
    with transaction.atomic():
        follow = Follow.objects.select_for_update().get(pk=follow_id)
        follow.ended_at = follow.ended_at or at
        follow.save(update_fields=["ended_at"])
