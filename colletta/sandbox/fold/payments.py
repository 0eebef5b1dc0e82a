"""What happens to a payment."""

from dataclasses import replace
from typing import Any

from colletta.sandbox.nouns import payment as noun
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _created(state: State, event: Event) -> None:
    position = len(state.in_order)
    state.payments[event.about] = Payment(
        id=event.about, position=position, created=event.at, **event.details
    )
    state.in_order.append(event.about)
    state.open[event.about] = None


def _stepped(state: State, event: Event) -> None:
    _step(state, event)


def _authorised(state: State, event: Event) -> None:
    _step(state, event, saved=event.details["saved"])


def _succeeded(state: State, event: Event) -> None:
    assert 0 < event.details["amount"] <= state.payments[event.about].amount
    _step(state, event, captured=event.details["amount"], captured_at=event.at)


def _refused(state: State, event: Event) -> None:
    _step(state, event, code=event.details["code"])


def _step(state: State, event: Event, **changes: Any) -> None:
    payment = state.payments[event.about]
    status = event.kind.removeprefix("payment.")
    assert status in noun.STEPS.get(payment.status, ()), f"{payment.status} to {status}"
    state.payments[event.about] = replace(payment, status=status, **changes)
    if status not in noun.OPEN:
        state.open.pop(event.about, None)


STEPS = {
    "payment.created": _created,
    "payment.action_needed": _stepped,
    "payment.processing": _stepped,
    "payment.authorised": _authorised,
    "payment.succeeded": _succeeded,
    "payment.refused": _refused,
    "payment.cancelled": _stepped,
    "payment.expired": _stepped,
}
