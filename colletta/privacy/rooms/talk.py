"""What somebody said around campaigns: comments, messages; what they follow."""

from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Lower

from colletta.community.models import Comment, Conversation, Follow, Message, Update
from colletta.history.clock import Now
from colletta.privacy.holding import NAMELESS, Holding, Plain
from colletta.privacy.subject import Subject


def conversations_of(subject: Subject) -> QuerySet[Conversation]:
    """Those that they began."""
    begun = Conversation.objects.alias(address=Lower("email"))
    return begun.filter(subject.own(key="address"))


def messages_of(subject: Subject) -> QuerySet[Message]:
    """All of the conversations they began, answers included; what they wrote for a campaign."""
    found = Q(conversation__in=conversations_of(subject).values("pk"))
    if subject.person is not None:
        found |= Q(person=subject.person)
    return Message.objects.filter(found)


def comments_of(subject: Subject) -> QuerySet[Comment]:
    """Those that they wrote."""
    theirs = Comment.objects.filter(person=subject.person)
    return theirs if subject.person is not None else theirs.none()


def _written(subject: Subject) -> QuerySet[Update]:
    theirs = Update.objects.filter(written_by=subject.person)
    return theirs if subject.person is not None else theirs.none()


HOLDINGS = (
    Holding(
        name="follows",
        model=Follow,
        theirs=lambda subject: Follow.objects.filter(subject.own()),
        told=("campaign__slug", "email", "language", "news", "asked_at", "confirmed_at"),
        untold={"email_key": "the address again"},
    ),
    Holding(
        name="messages",
        model=Message,
        theirs=messages_of,
        told=("conversation_id", "conversation__campaign__slug", "side", "text", "written_at"),
        untold={"key": "a number of the form, by chance"},
        erased={"text": ""},
        otherwise={"side": "one of two words", "key": "a number by chance"},
    ),
    Holding(
        name="conversations",
        model=Conversation,
        theirs=conversations_of,
        told=("id", "campaign__slug", "name", "email", "language", "begun_at"),
        untold={"key": "a number of the form, by chance"},
        erased={"name": NAMELESS, "email": ""},
        otherwise={"language": "one of two words", "key": "a number by chance"},
    ),
    Holding(
        name="comments",
        model=Comment,
        theirs=comments_of,
        told=(
            "campaign__slug",
            "name",
            "text",
            "published_at",
            "edited_at",
            "deleted_at",
            "hidden_at",
            "hidden_because",
        ),
        erased={
            "name": "",
            "text": "",
            "deleted_at": Coalesce("deleted_at", Now()),
            "hidden_because": Case(
                When(hidden_because="", then=Value("")), default=Value(NAMELESS)
            ),
        },
    ),
    # They are the campaign's words, not the writer's: what supporters were told stays told.
    Holding(
        name="updates_written",
        model=Update,
        theirs=_written,
        told=("campaign__slug", "titles", "texts", "published_at"),
        erased={"written_by": None},
        otherwise={"titles": "the campaign's words", "texts": "the campaign's words"},
    ),
)

PLAIN: Plain = {
    "community_update": {
        "name": "a file's name in a folder",
        "language": "one of two words",
        "readers": "one of two words",
    },
    "community_milestone": {"kind": "one of a list"},
}
