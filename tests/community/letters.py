"""Who writes to Ada's group."""

import uuid
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.community.actions.begin_conversation import begin_conversation
from colletta.community.models import Conversation
from colletta.history.clock import now


def conversation_of_bruno(campaign: Campaign, **changes: Any) -> Conversation:
    """Bruno asks, as a guest."""
    terms: dict[str, Any] = {
        "name": "Bruno",
        "email": "bruno@posta.example",
        "text": "Posso portare mia figlia?",
        "language": "it",
        "key": uuid.uuid4(),
        "at": now(),
    }
    return begin_conversation(campaign_id=campaign.pk, **(terms | changes))
