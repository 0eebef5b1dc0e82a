"""What happens to a refund, and through it to its payment."""

from dataclasses import replace

from colletta.sandbox.nouns.refund import Refund
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _created(state: State, event: Event) -> None:
    position = len(state.refunds_in_order)
    refund = Refund(id=event.about, position=position, created=event.at, **event.details)
    payment = state.payments[refund.payment]
    assert 0 < refund.amount <= payment.left(), "refunds never pass what was captured"
    state.refunds[refund.id] = refund
    state.refunds_in_order.append(refund.id)
    state.payments[payment.id] = replace(payment, refunding=payment.refunding + refund.amount)


def _succeeded(state: State, event: Event) -> None:
    refund = _close(state, event, status="succeeded")
    payment = state.payments[refund.payment]
    refunded = payment.refunded + refund.amount
    state.payments[payment.id] = replace(payment, refunded=refunded)


def _failed(state: State, event: Event) -> None:
    _close(state, event, status="failed", code=event.details["code"])


def _close(state: State, event: Event, *, status: str, code: str = "") -> Refund:
    refund = state.refunds[event.about]
    assert refund.status == "pending", "a refund ends once"
    payment = state.payments[refund.payment]
    state.payments[payment.id] = replace(payment, refunding=payment.refunding - refund.amount)
    state.refunds[refund.id] = replace(refund, status=status, code=code)
    return refund


STEPS = {
    "refund.created": _created,
    "refund.succeeded": _succeeded,
    "refund.failed": _failed,
}
