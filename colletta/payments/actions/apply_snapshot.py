"""Believe what a provider says of a payment, as far as it is what we asked for."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.history.second_try import tried_again
from colletta.payments.actions.authorise_payment import authorise_payment
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.actions.refund_payment import refund_payment
from colletta.payments.locking import lock_payment
from colletta.payments.models import LIVE_STATES, UNDER_WAY, Mismatch, Payment, State
from colletta.payments.providers.contract import Snapshot
from colletta.payments.providers.registry import provider_named
from colletta.payments.purposes import purpose_of

WITHOUT_MONEY = (State.REFUSED, State.CANCELLED, State.EXPIRED)
# How far a payment under way has come. Of two that read it, the one that read first may write last:
# what it says is not news.
STEPS = (
    State.INTENDED,
    State.UNKNOWN,
    State.STARTED,
    State.ACTION_NEEDED,
    State.PROCESSING,
    State.AUTHORISED,
)


@tried_again
@transaction.atomic
def apply_snapshot(*, payment_id: int, snapshot: Snapshot, at: datetime) -> Payment:
    """The payment stands where its provider says, with everything that follows, in one transaction.

    A state that has ended is left for *captured* alone, what went back only grows, and the same
    snapshot twice changes nothing (rule R5). Another account, mode, reference, currency or sum is
    parked for a person and believed in nothing. Raises FundIsEmpty, MoneyIsFrozen.
    """
    payment = lock_payment(payment_id=payment_id)
    differences = _differences(payment, snapshot)
    _look(payment, snapshot, at, believed=not differences)
    if not _is_news(payment, snapshot):
        return payment
    if differences:
        _park(payment, snapshot, differences)
        return payment
    payment = _step(payment, snapshot.state, at)
    if payment.state == State.CAPTURED:
        return refund_payment(payment_id=payment.pk, refunded=snapshot.refunded, at=at)
    return payment


def _look(payment: Payment, snapshot: Snapshot, at: datetime, *, believed: bool) -> None:
    """What every look leaves behind, whatever it saw."""
    payment.looked_at = at
    if believed:
        payment.provider_object = payment.provider_object or snapshot.object_id
        if snapshot.state in WITHOUT_MONEY and payment.released_at is None:
            payment.released_at = at
    payment.save(update_fields=["looked_at", "provider_object", "released_at"])


def _is_news(payment: Payment, snapshot: Snapshot) -> bool:
    if payment.state == State.CAPTURED:
        return snapshot.refunded.minor > payment.refunded_minor
    return payment.state in LIVE_STATES or snapshot.state == State.CAPTURED


def _step(payment: Payment, state: State, at: datetime) -> Payment:
    if state == State.CAPTURED:
        return capture_payment(payment_id=payment.pk, at=at)
    if state == State.AUTHORISED:
        return authorise_payment(payment_id=payment.pk, at=at)
    if state in WITHOUT_MONEY:
        return cancel_payment(payment_id=payment.pk, at=at, into=state)
    if STEPS.index(state) > STEPS.index(State(payment.state)):
        seen = payment.state in UNDER_WAY or state in UNDER_WAY
        payment.state = state
        payment.save(update_fields=["state"])
        if seen:
            purpose_of(payment).moved(payment=payment, at=at)
    return payment


def _differences(payment: Payment, snapshot: Snapshot) -> list[str]:
    provider = provider_named(payment.provider)
    compared = {
        "account": (snapshot.account, provider.account),
        "mode": (snapshot.live, provider.live),
        "reference": (snapshot.reference, str(payment)),
        "object": (snapshot.object_id, payment.provider_object or snapshot.object_id),
        "amount": (snapshot.amount, payment.amount),
    }
    if snapshot.state == State.CAPTURED:
        compared["captured"] = (snapshot.captured, payment.amount)
    differing = [name for name, (said, known) in compared.items() if said != known]
    return differing + _beyond_what_arrived(snapshot)


def _beyond_what_arrived(snapshot: Snapshot) -> list[str]:
    """More cannot go back than arrived: the database would refuse it (guard D12)."""
    same = snapshot.refunded.currency == snapshot.captured.currency
    return [] if same and 0 <= snapshot.refunded.minor <= snapshot.captured.minor else ["refunded"]


def _park(payment: Payment, snapshot: Snapshot, differences: list[str]) -> None:
    said = {name: str(value) for name, value in asdict(snapshot).items()}
    _, new = Mismatch.objects.get_or_create(
        payment=payment, settled_at=None, defaults={"said": said | {"differs": differences}}
    )
    if new:
        record("payment.mismatched", about=str(payment), details={"differs": differences})
