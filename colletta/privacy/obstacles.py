"""Why somebody cannot be erased just now: others wait for something of theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from colletta.campaigns.models import Campaign, State
from colletta.payments.models import LIVE_STATES, Payment
from colletta.people.models import Membership, Organisation, Role
from colletta.pledges.link import address_of
from colletta.pledges.models import Pledge, RefundRequest
from colletta.privacy.rooms.pledges import pledges_of
from colletta.privacy.subject import Subject

FINISHED = (State.ENDED, State.SETTLED, State.CANCELLED)


class Kind(StrEnum):
    """What is in the way."""

    PAYMENT = "payment"  # a pledge whose payment is under way, or that is to be charged later
    REFUND = "refund"  # they asked for money back, and the desk has not answered
    CAMPAIGN = "campaign"  # a campaign of their own that is not over
    TEAM = "team"  # without them a team would have no owner
    ORGANISATION = "organisation"  # without them nobody answers for an open campaign


@dataclass(frozen=True, kw_only=True)
class Obstacle:
    """One thing in the way; `address` is where something can be done about it, if anywhere."""

    kind: Kind
    name: str
    address: str = ""


def obstacles_of(subject: Subject) -> list[Obstacle]:
    """All of them; empty when nothing is in the way."""
    return [*_pledges(subject), *_campaigns(subject), *_teams(subject), *_groups(subject)]


def _pledges(subject: Subject) -> Iterator[Obstacle]:
    live = Payment.objects.filter(purpose="pledge", state__in=LIVE_STATES)
    theirs = pledges_of(subject).select_related("campaign").prefetch_related("campaign__texts")
    paying = theirs.filter(Exists(live.filter(purpose_id=OuterRef("pk"))))
    yield from (_of_pledge(Kind.PAYMENT, one, subject.language) for one in paying)
    asked = RefundRequest.objects.still_open().filter(pledge=OuterRef("pk"))
    waiting = theirs.filter(Exists(asked))
    yield from (_of_pledge(Kind.REFUND, one, subject.language) for one in waiting)


def _of_pledge(kind: Kind, pledge: Pledge, language: str) -> Obstacle:
    title = pledge.campaign.text_in(language).title
    return Obstacle(kind=kind, name=title, address=address_of(pledge, language))


def _campaigns(subject: Subject) -> Iterator[Obstacle]:
    if subject.person is None:
        return
    for campaign in _open().filter(owner_person=subject.person):
        title = campaign.text_in(subject.language).title
        yield Obstacle(kind=Kind.CAMPAIGN, name=title, address=_page(campaign, subject.language))


def _teams(subject: Subject) -> Iterator[Obstacle]:
    """Whoever is the only owner of a team hands it over first."""
    if subject.person is None:
        return
    others = Membership.objects.filter(organisation=OuterRef("pk")).exclude(person=subject.person)
    led = Organisation.objects.led_by(subject.person)
    alone = led.filter(~Exists(others.filter(role=Role.OWNER)))
    answering = Exists(others) | Exists(_open().filter(owner_organisation=OuterRef("pk")))
    for team in alone.filter(answering):
        page = f"/{subject.language}/people/organisations/"
        yield Obstacle(kind=Kind.TEAM, name=team.name, address=page)


def _groups(subject: Subject) -> Iterator[Obstacle]:
    """Groups without a team that are reached at their address alone."""
    found = Organisation.objects.alias(address=Lower("contact_email"))
    theirs = found.filter(address__in=subject.addresses, memberships=None)
    answering = Q(Exists(_open().filter(owner_organisation=OuterRef("pk"))))
    for group in theirs.filter(answering):
        yield Obstacle(kind=Kind.ORGANISATION, name=group.name)


def _open() -> QuerySet[Campaign]:
    return Campaign.objects.exclude(state__in=FINISHED).prefetch_related("texts")


def _page(campaign: Campaign, language: str) -> str:
    return f"/{language}/campaigns/{campaign.slug}/"
