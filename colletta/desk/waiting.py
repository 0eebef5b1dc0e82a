"""What needs somebody today, oldest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q

from colletta.desk.moderation import count
from colletta.history.clock import now
from colletta.ledger.models import Freeze
from colletta.limits.models import Brake
from colletta.mail.models import Letter
from colletta.payments.models import Mismatch, Payment, Unclaimed
from colletta.people.models.desk_role import Role
from colletta.pledges.models import Pledge, RefundRequest

SHOWN = 50  # of each kind; the number beside the heading counts all
UNKNOWN_AFTER = timedelta(minutes=10)  # a letter whose sending began and never ended


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits: the template that shows it, how many there are, the oldest."""

    kind: str
    count: int
    oldest: Sequence[Any]


def waiting_for(roles: frozenset[str]) -> list[Waiting]:
    """What waits for a person with these roles; kinds of which nothing waits are left out."""
    found = []
    if roles & {Role.OPERATOR, Role.MODERATOR}:
        found += [Waiting("moderation", count(), [])]
    if roles & {Role.OPERATOR, Role.TREASURER}:
        found += [_frozen(), _unclaimed(), _mismatches(), _refund_requests()]
    if Role.OPERATOR in roles:
        found += [_brakes(), _letters()]
    return [one for one in found if one.count]


def _frozen() -> Waiting:
    switch = Freeze.objects.exclude(frozen_at=None)
    return Waiting("frozen", switch.count(), list(switch))


def _unclaimed() -> Waiting:
    open_ones = Unclaimed.objects.filter(settled_at=None).order_by("pk")
    oldest = list(open_ones.select_related("payment")[:SHOWN])
    return Waiting("unclaimed", open_ones.count(), _with_pledges(oldest))


def _mismatches() -> Waiting:
    open_ones = Mismatch.objects.filter(settled_at=None).order_by("pk")
    oldest = list(open_ones.select_related("payment")[:SHOWN])
    return Waiting("mismatches", open_ones.count(), _with_pledges(oldest))


def _refund_requests() -> Waiting:
    open_ones = RefundRequest.objects.still_open().order_by("pk")
    oldest = open_ones.select_related("pledge__campaign").prefetch_related(
        "pledge__campaign__texts"
    )
    return Waiting("refund_requests", open_ones.count(), list(oldest[:SHOWN]))


def _brakes() -> Waiting:
    on = Brake.objects.filter(released_at=None).order_by("pk")
    return Waiting("brakes", on.count(), list(on[:SHOWN]))


def _letters() -> Waiting:
    lost = Q(given_up_at__isnull=False) | Q(sent_at=None, begun_at__lt=now() - UNKNOWN_AFTER)
    stuck = Letter.objects.filter(lost, held_at=None, withheld="").order_by("pk")
    return Waiting("letters", stuck.count(), list(stuck[:SHOWN]))


def _with_pledges(rows: list[Any]) -> list[Any]:
    """Each row with the pledge that its payment is for, in one query."""
    payments: list[Payment] = [row.payment for row in rows]
    ids = [payment.purpose_id for payment in payments if payment.purpose == "pledge"]
    pledges = Pledge.objects.select_related("campaign").in_bulk(ids)
    for row in rows:
        row.pledge = pledges.get(row.payment.purpose_id)
    return rows
