"""The outbox: letters to somebody, letters to others that name or quote them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Case, F, Func, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Lower

from colletta.community.models import Appeal
from colletta.history.clock import Now
from colletta.mail.addresses import email_key
from colletta.mail.models import Bounce, Letter, Mailbox, Preference
from colletta.privacy.holding import NAMELESS, Holding, Plain
from colletta.privacy.names import names_of, pattern_of
from colletta.privacy.rooms.cases import cases_about
from colletta.privacy.rooms.talk import comments_of, messages_of
from colletta.privacy.subject import Subject

# One that waits is not sent without its words: it is given up.
EMPTIED: Mapping[str, Any] = {
    "subject": NAMELESS,
    "text": "",
    "html": "",
    "last_error": "",
    "emptied_at": Now(),
    "given_up_at": Case(
        When(begun_at__isnull=True, then=Coalesce("given_up_at", Now())), default="given_up_at"
    ),
}


def letters_to(subject: Subject) -> QuerySet[Letter]:
    """Those in the outbox with one of their addresses on them."""
    return Letter.objects.alias(address=Lower("to")).filter(address__in=subject.addresses)


def _mailboxes(subject: Subject) -> QuerySet[Mailbox]:
    return Mailbox.objects.filter(key__in=[email_key(one) for one in subject.addresses])


def _readable(subject: Subject) -> QuerySet[Letter]:
    return letters_to(subject).filter(secret=False)


def _quoting(subject: Subject) -> QuerySet[Letter]:
    """Letters about what they wrote: the occasion is in the key."""
    cases = cases_about(subject)
    appeals = Appeal.objects.filter(case__in=cases)
    occasions = [
        *(f"case:{pk}:" for pk in cases.values_list("pk", flat=True)),
        *(f"appeal:{pk}:" for pk in appeals.values_list("pk", flat=True)),
        *(f"message:{pk}:" for pk in messages_of(subject).values_list("pk", flat=True)),
        *(f"comment:{pk}:" for pk in comments_of(subject).values_list("pk", flat=True)),
    ]
    found = Q(pk=None)
    for occasion in occasions:
        found |= Q(key__startswith=occasion)
    theirs = Letter.objects.filter(found)
    # What waited stands in its reader's letter of the day.
    days = theirs.filter(told_in__isnull=False).values("told_in")
    return Letter.objects.filter(found | Q(pk__in=days))


def _naming(subject: Subject) -> QuerySet[Letter]:
    words = {*names_of(subject), *subject.addresses}
    if not words:
        return Letter.objects.none()
    pattern = pattern_of(words)
    said = Q(text__iregex=pattern) | Q(html__iregex=pattern) | Q(subject__iregex=pattern)
    return Letter.objects.filter(said, emptied_at__isnull=True)


def _without_names(column: str) -> Any:
    def replaced(subject: Subject) -> Func:
        pattern = pattern_of({*names_of(subject), *subject.addresses})
        parts = (F(column), Value(pattern), Value(rf"\1{NAMELESS}"), Value("gi"))
        return Func(*parts, function="regexp_replace")

    return replaced


HOLDINGS = (
    Holding(
        name="letters",
        model=Letter,
        theirs=_readable,
        told=("to", "kind", "language", "subject", "text", "written_at", "sent_at"),
        untold={
            "html": "the same words again",
            "key": "the occasion, as the site counts it",
            "last_error": "what the mail server said",
            "unsubscribe": "a link that ends letters",
        },
    ),
    Holding(name="letters_with_secrets", model=Letter, theirs=letters_to),
    Holding(name="letters_about_them", model=Letter, theirs=_quoting, erased=EMPTIED),
    Holding(
        name="letters_to_others",
        model=Letter,
        theirs=_naming,
        erased={column: _without_names(column) for column in ("subject", "text", "html")},
    ),
    Holding(
        name="bounces",
        model=Bounce,
        theirs=lambda subject: Bounce.objects.filter(mailbox__in=_mailboxes(subject)),
        told=("status", "came_at"),
        untold={"said": "what a mail server said"},
    ),
    Holding(
        name="mail_preferences",
        model=Preference,
        theirs=lambda subject: Preference.objects.filter(mailbox__in=_mailboxes(subject)),
        told=("topic", "timing", "chosen_at"),
    ),
    # What is noted of gifts for a letter of the day goes with the mailbox.
    Holding(
        name="mailboxes",
        model=Mailbox,
        theirs=_mailboxes,
        told=("undeliverable_at", "proved_at"),
        untold={"key": "the address again"},
    ),
)

PLAIN: Plain = {
    "mail_letter": {"topic": "one word of a list", "withheld": "one word of a list"},
    "mail_note": {"topic": "one word of a list", "about": "references such as pledge:3"},
}
