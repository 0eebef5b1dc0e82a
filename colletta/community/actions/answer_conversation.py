"""One side of a conversation answers the other."""

import uuid
from datetime import datetime

from django.db import transaction

from colletta.community.models import Conversation, Message, Speaker
from colletta.community.post import tell_owner, tell_writer
from colletta.history.actions.record import record


class AnotherConversation(Exception):
    """The form's key belongs to a message of another conversation."""


def answer_conversation(
    *,
    conversation_id: int,
    side: Speaker,
    text: str,
    key: uuid.UUID,
    at: datetime,
    person_id: int | None = None,
) -> Message:
    """The other side has a letter with the words. The same form again changes nothing.

    `person_id` is who writes for the campaign. `text` is clean (see spam.py). Raises
    Conversation.DoesNotExist, AnotherConversation.
    """
    with transaction.atomic():
        found = Conversation.objects.select_for_update(of=("self",)).select_related("campaign")
        conversation = found.exclude(email="").get(pk=conversation_id)
        message, new = Message.objects.get_or_create(
            key=key,
            defaults={
                "conversation": conversation,
                "side": side,
                "person_id": person_id if side == Speaker.OWNER else None,
                "text": text,
                "written_at": at,
            },
        )
        if message.conversation_id != conversation.pk:
            raise AnotherConversation(str(message))
        if not new:
            return message
        message.conversation = conversation
        if side == Speaker.OWNER:
            tell_writer(message)
        else:
            tell_owner(message)
        record("message.written", about=str(message), details={"conversation": conversation.pk})
    return message
