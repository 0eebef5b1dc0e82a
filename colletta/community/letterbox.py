"""Which conversations somebody sees, and the signed links that open one."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import OuterRef, Q, QuerySet, Subquery

from colletta.community.models import Conversation, Message, Speaker
from colletta.community.rights import LOOKING_AFTER
from colletta.people.models import Membership, Person

SALT = "colletta.community.conversation"


class LinkIsNotOurs(LookupError):
    """The token was not made here, or was altered."""


def conversations_of(person: Person) -> QuerySet[Conversation]:
    """Those that the person began, and those with campaigns that the person looks after.

    The newest word first; `last_side` says whose it is. Those of somebody who was erased have no
    address to answer to, nor words: nobody sees them.
    """
    places = Membership.objects.filter(person=person, role__in=LOOKING_AFTER)
    mine = Q(person=person) | Q(campaign__owner_person=person)
    theirs = Q(campaign__owner_organisation__in=places.values("organisation"))
    last = Message.objects.filter(conversation=OuterRef("pk")).order_by("-written_at", "-pk")
    known = ("campaign__owner_person", "campaign__owner_organisation")
    found = Conversation.objects.filter(mine | theirs).exclude(email="").select_related(*known)
    found = found.prefetch_related("campaign__texts")
    return found.annotate(
        last_side=Subquery(last.values("side")[:1]),
        last_at=Subquery(last.values("written_at")[:1]),
    ).order_by("-last_at", "-pk")


def token_of(conversation: Conversation, side: Speaker) -> str:
    """What stands in the address that opens the conversation for one side."""
    return _signer().sign(f"{conversation.pk}-{side}")


def opened_by(token: str) -> tuple[Conversation, Speaker]:
    """The conversation of a token, and for whom it opens. Raises LinkIsNotOurs."""
    try:
        number, _, side = _signer().unsign(token).partition("-")
        found = Conversation.objects.exclude(email="").select_related("campaign", "person")
        return found.get(pk=int(number)), Speaker(side)
    except (BadSignature, ValueError, Conversation.DoesNotExist) as fault:
        raise LinkIsNotOurs from fault


def address_of(conversation: Conversation, side: Speaker, language: str) -> str:
    """The whole address of the conversation for one side, in a language."""
    return f"{settings.COLLETTA_URL}/{language}/messages/{token_of(conversation, side)}/"


def _signer() -> Signer:
    return Signer(salt=SALT)
