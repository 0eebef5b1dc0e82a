"""Somebody writes to the people of a campaign."""

import uuid
from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.models import Conversation, Message, Speaker
from colletta.community.post import confirm_to_writer, tell_owner
from colletta.history.actions.record import record


def begin_conversation(
    *,
    campaign_id: int,
    name: str,
    email: str,
    text: str,
    language: str,
    key: uuid.UUID,
    at: datetime,
    person_id: int | None = None,
) -> Conversation:
    """The campaign's people have a letter with the words, the writer one with the way back.

    `key` is the form's: the same form again gives the conversation that it began. `text` is clean
    (see spam.py). Raises Campaign.DoesNotExist where the public knows no such campaign.
    """
    with transaction.atomic():
        campaign = Campaign.objects.public().get(pk=campaign_id)
        conversation, new = Conversation.objects.get_or_create(
            key=key,
            defaults={
                "campaign": campaign,
                "person_id": person_id,
                "name": name,
                "email": email,
                "language": language,
                "begun_at": at,
            },
        )
        if not new:
            return conversation
        message = Message.objects.create(
            conversation=conversation, side=Speaker.WRITER, text=text, key=key, written_at=at
        )
        tell_owner(message)
        confirm_to_writer(message)
        record("message.written", about=str(message), details={"conversation": conversation.pk})
    return conversation
