"""What somebody gave, and what they said with it."""

from hashlib import md5

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import MD5, Concat

from colletta.pledges.models import Pledge, RefundRequest, Supporter
from colletta.privacy.holding import Holding, Plain
from colletta.privacy.subject import Subject

FORGOTTEN = "erased:"


def pledges_of(subject: Subject) -> QuerySet[Pledge]:
    """All that somebody gave or promised, under whatever address they had then."""
    return Pledge.objects.filter(subject.own())


def _requests(subject: Subject) -> QuerySet[RefundRequest]:
    return RefundRequest.objects.filter(
        subject.own(person="pledge__person", key="pledge__email_key")
    )


def _forgotten_key(subject: Subject) -> Case:
    """Two addresses stay two supporters. A nameless gift has no key; an erased one keeps its own.

    Nobody keeps what the addresses were digested with, so that no guess can be checked.
    """
    kept = Q(email_key="") | Q(email_key__startswith=FORGOTTEN)
    digest = MD5(Concat(Value(subject.salt), F("email_key")))
    return Case(When(kept, then="email_key"), default=Concat(Value(FORGOTTEN), digest))


def renamed_keys(subject: Subject) -> dict[tuple[int, str], str]:
    """Campaign and key of each supporter who is forgotten -> the key that follows, as above."""
    keys = pledges_of(subject).exclude(email_key="").exclude(email_key__startswith=FORGOTTEN)
    return {(campaign, key): _digested(subject, key) for campaign, key in _places(keys)}


def _places(pledges: QuerySet[Pledge]) -> set[tuple[int, str]]:
    return set(pledges.values_list("campaign_id", "email_key"))


def _digested(subject: Subject, key: str) -> str:
    return FORGOTTEN + md5(f"{subject.salt}{key}".encode(), usedforsecurity=False).hexdigest()


HOLDINGS = (
    Holding(
        name="refund_requests",
        model=RefundRequest,
        theirs=_requests,
        told=("pledge_id", "reason", "asked_at", "taken_back_at", "settled_at"),
        erased={"reason": ""},
    ),
    Holding(
        name="pledges",
        model=Pledge,
        theirs=pledges_of,
        told=(
            "id",
            "campaign__slug",
            "name",
            "email",
            "currency",
            "amount_minor",
            "net_minor",
            "state",
            "show_name",
            "show_amount",
            "message",
            "language",
            "made_at",
            "confirmed_at",
        ),
        untold={"email_key": "the address again", "form_key": "a number of the form, by chance"},
        erased={
            "name": "",
            "email": "",
            "message": "",
            "email_key": _forgotten_key,
            "show_name": False,
            "form_key": None,
        },
        otherwise={
            "currency": "the books'",
            "state": "one of a list",
            "language": "one of two words",
        },
    ),
    Holding(
        name="supporters",
        model=Supporter,
        theirs=lambda subject: Supporter.objects.filter(key__in=subject.addresses),
        untold={"key": "the address again"},
        erased={},
        otherwise={"key": "replaced with that of the pledges, by their trigger"},
    ),
)

PLAIN: Plain = {}
