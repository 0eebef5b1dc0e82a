"""The file supporters.csv: every gift and every promise, one a row, in order of time."""

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO

from django.db.models import F, OuterRef, QuerySet, Subquery

from colletta.campaigns.models import Campaign, State, Type
from colletta.folders.reading.supporters import COLUMNS, EXPORTED
from colletta.folders.writing.documents import instant
from colletta.money import Money
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.pledges.models import State as PledgeState

# What became of a pledge that the folder tells. Pledges that came to nothing are not gifts.
KEPT = (PledgeState.PROMISED, PledgeState.CONFIRMED, PledgeState.DROPPED)
MINUTE = timedelta(minutes=1)


def supporters_file(campaign: Campaign) -> str:
    """All rows below their header; "" where nobody has given."""
    rows = sorted(
        ((at_of(pledge, campaign), pledge.pk, pledge) for pledge in kept_pledges(campaign)),
        key=lambda row: row[:2],
    )
    if not rows:
        return ""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow((*COLUMNS, *EXPORTED))
    writer.writerows(values_of(pledge, at, campaign) for at, _pk, pledge in rows)
    return written.getvalue()


def kept_pledges(campaign: Campaign) -> "QuerySet[Pledge]":
    """The pledges that are written, each with the method of the payment that brought the money.

    Where none did it is the last one tried.
    """
    payments = Payment.objects.filter(purpose="pledge", purpose_id=OuterRef("pk")).order_by(
        F("captured_at").desc(nulls_last=True), "-pk"
    )
    return (
        Pledge.objects
        .filter(campaign=campaign, state__in=KEPT)
        .annotate(method=Subquery(payments.values("method")[:1]))
        .order_by("pk")
    )


def uncollected(campaign: Campaign) -> int:
    """How many promises a campaign that reached its target could not collect."""
    if campaign.type != Type.ALL_OR_NOTHING or campaign.state != State.ENDED:
        return 0
    if not campaign.closure.reached:
        return 0
    return Pledge.objects.filter(campaign=campaign, state=PledgeState.DROPPED).count()


def at_of(pledge: Pledge, campaign: Campaign) -> datetime:
    """When it was given: the arrival of the money where that was before the closing."""
    arrived = pledge.confirmed_at
    within = arrived is not None and campaign.opens_at <= arrived < campaign.closes_at
    if arrived is not None and within and campaign.type == Type.KEEP_IT_ALL:
        return arrived
    return pledge.made_at


def values_of(pledge: Pledge, at: datetime, campaign: Campaign) -> Iterator[str]:
    """One row; the amount of a gift is what is left of it after refunds."""
    confirmed = pledge.state == PledgeState.CONFIRMED
    amount = Money(pledge.net_minor if confirmed else pledge.amount_minor, pledge.currency)
    yield str((at - campaign.opens_at) // MINUTE)
    yield pledge.name.strip()
    yield pledge.email.strip()
    yield amount.major()
    yield pledge.currency
    yield getattr(pledge, "method", "") or ""
    yield "yes" if pledge.show_name else "no"
    yield "yes" if pledge.show_amount else "no"
    yield pledge.message.strip()
    yield instant(at)
    yield pledge.state
