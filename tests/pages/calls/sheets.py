"""What a partner types into the form of a call."""

from typing import Any


def typed(**changes: Any) -> dict[str, Any]:
    """Half of the target from people, the gap from the partner; one question, one document."""
    sheet = {
        "title_en": "Green nearby",
        "title_it": "Verde vicino",
        "text_en": "For gardens.",
        "opens_on": "2020-01-01",
        "closes_on": "2099-12-31",
        "pool": "5,000",
        "currency": "EUR",
        "claw_back_days": "14",
        "threshold_share": "50",
        "gives": "gap-to-target",
        "question_1_en": "Why you?",
        "question_1_kind": "text",
        "question_1_required": "on",
        "question_2_en": "Your plan",
        "question_2_kind": "file",
    }
    return sheet | changes
