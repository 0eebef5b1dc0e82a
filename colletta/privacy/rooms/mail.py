"""The outbox: letters to somebody, letters to others that name or quote them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Case, F, Func, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Lower

from colletta.community.models import Appeal, Comment
from colletta.history.clock import Now
from colletta.mail.models import Bounce, Letter, Mailbox, Note, Preference
from colletta.privacy.holding import NAMELESS, Holding, Plain
from colletta.privacy.names import names_of, pattern_of
from colletta.privacy.rooms.cases import cases_about
from colletta.privacy.rooms.talk import messages_of
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


def _mailboxes(subject: Subject) -> QuerySet[Mailbox]:
    return Mailbox.objects.filter(key__in=subject.addresses)


def letters_to(subject: Subject) -> QuerySet[Letter]:
    """Those in the outbox with one of their addresses on them."""
    return Letter.objects.alias(address=Lower("to")).filter(address__in=subject.addresses)


def _readable(subject: Subject) -> QuerySet[Letter]:
    return letters_to(subject).filter(secret=False)


def _quoting(subject: Subject) -> QuerySet[Letter]:
    """Letters about what they wrote: the occasion is in the key."""
    cases = cases_about(subject)
    person = subject.person
    said = Comment.objects.filter(person=person) if person else Comment.objects.none()
    appeals = Appeal.objects.filter(case__in=cases)
    occasions = [
        *(f"case:{pk}:" for pk in cases.values_list("pk", flat=True)),
        *(f"appeal:{pk}:" for pk in appeals.values_list("pk", flat=True)),
        *(f"comment:{pk}:" for pk in said.values_list("pk", flat=True)),
        *(f"message:{pk}:" for pk in messages_of(subject).values_list("pk", flat=True)),
    ]
    found = Q(pk=None)
    for occasion in occasions:
        found |= Q(key__startswith=occasion)
    quoting = Letter.objects.filter(found)
    gathered = quoting.exclude(told_in=None).values("told_in")  # into a letter of the day
    return Letter.objects.filter(found | Q(pk__in=gathered))


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
        name="choices",
        model=Preference,
        theirs=lambda subject: Preference.objects.filter(mailbox__in=_mailboxes(subject)),
        told=("topic", "timing", "chosen_at"),
    ),
    Holding(
        name="returned",
        model=Bounce,
        theirs=lambda subject: Bounce.objects.filter(mailbox__in=_mailboxes(subject)),
        told=("came_at", "status", "said"),
    ),
    Holding(
        name="news_to_tell",
        model=Note,
        theirs=lambda subject: Note.objects.filter(mailbox__in=_mailboxes(subject)),
        untold={"about": "a reference such as pledge:12", "topic": "one of a list"},
    ),
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
            "topic": "one of a list",
            "withheld": "one of three words",
        },
    ),
    Holding(name="letters_with_secrets", model=Letter, theirs=letters_to),
    Holding(
        name="mailboxes",
        model=Mailbox,
        theirs=_mailboxes,
        told=("undeliverable_at", "proved_at"),
        untold={"key": "the address again"},
    ),
    Holding(name="letters_about_them", model=Letter, theirs=_quoting, erased=EMPTIED),
    Holding(
        name="letters_to_others",
        model=Letter,
        theirs=_naming,
        erased={column: _without_names(column) for column in ("subject", "text", "html")},
    ),
)

PLAIN: Plain = {}
