"""Somebody wants to hear of a campaign."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.following import ask_to_confirm
from colletta.community.models import Follow, News
from colletta.mail.actions.want_letters import want_letters
from colletta.people.models import Person, email_key


def follow_campaign(
    *, campaign_id: int, email: str, language: str, at: datetime, person: Person | None = None
) -> Follow:
    """The mailbox follows, or has a letter that asks its owner.

    Nobody is asked whose mailbox is proved: `person` is signed in and the address is theirs. What
    the caller gets is the same whether the mailbox followed before. At most one letter a day asks.
    Raises Campaign.DoesNotExist where the public knows no such campaign.
    """
    proved = person is not None and person.email_key == email_key(email)
    with transaction.atomic():
        campaign = Campaign.objects.public().get(pk=campaign_id)
        follow, _ = Follow.objects.select_for_update().get_or_create(
            campaign=campaign,
            email_key=email_key(email),
            defaults={
                "email": email,
                "language": language,
                "asked_at": at,
                "news": list(News.values),
            },
        )
        if proved:
            follow.person = person
            follow.confirmed_at, follow.ended_at = follow.confirmed_at or at, None
            follow.save(update_fields=["person", "confirmed_at", "ended_at"])
            want_letters(address=follow.email, topics=follow.topics)
        elif follow.confirmed_at is None or follow.ended_at is not None:
            ask_to_confirm(follow, occasion=f"confirm:{at.date().isoformat()}")
    return follow
