"""The owner of a mailbox says that they want to hear of a campaign."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import Follow
from colletta.mail.actions.trust_mailbox import trust_mailbox
from colletta.mail.actions.want_letters import want_letters


def confirm_follow(*, follow_id: int, at: datetime) -> None:
    """Letters go there from now on, those too that its owner had switched off. Twice is once.

    Raises Follow.DoesNotExist.
    """
    with transaction.atomic():
        follow = Follow.objects.select_for_update().get(pk=follow_id)
        follow.confirmed_at, follow.ended_at = follow.confirmed_at or at, None
        follow.save(update_fields=["confirmed_at", "ended_at"])
        trust_mailbox(address=follow.email, at=at)
        want_letters(address=follow.email, topics=follow.topics)
