"""A letter's row, with its words."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from colletta.mail.models import Letter
from colletta.mail.preference_link import address_of


def put(
    *, key: str, head: dict[str, Any], template: str, context: dict[str, Any]
) -> tuple[Letter, bool]:
    """The letter of this occasion, and whether it is new. One that is not sent has no words."""
    unsaid = "emptied_at" in head
    parts = {} if unsaid else rendered(template, head=head, context=context)
    return Letter.objects.get_or_create(key=key, defaults=head | parts)


def rendered(template: str, *, head: dict[str, Any], context: dict[str, Any]) -> dict[str, str]:
    """Subject, text and HTML of a letter with this head (`language`, and what it is about).

    One that is held has its words alone: they will stand among others in its reader's letter of the
    day.
    """
    language = head["language"]
    around: dict[str, Any] = {"site_name": settings.SITE_NAME, "site_url": settings.COLLETTA_URL}
    around |= {"language": language, "part": head.get("held_at") is not None}
    if mailbox := head.get("mailbox"):
        around["preferences"] = address_of(mailbox, language)
        around["unsubscribe"] = head.get("unsubscribe", "")
    with override(language):
        everything = around | context
        subject = render_to_string(f"{template}/subject.txt", everything)
        return {
            "subject": " ".join(subject.split())[:200],
            "text": render_to_string(f"{template}/letter.txt", everything).strip() + "\n",
            "html": render_to_string(f"{template}/letter.html", everything),
        }
