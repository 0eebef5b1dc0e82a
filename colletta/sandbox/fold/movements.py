"""Money moves at two kinds of event, and at no other."""

from dataclasses import replace

from colletta.sandbox.nouns.movement import Movement, Totals
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _captured(state: State, event: Event) -> None:
    payment = state.payments[event.about]
    totals = state.totals.get(payment.currency, Totals())
    after = replace(totals, captured=totals.captured + event.details["amount"])
    _move(state, event, payment, after)


def _refunded(state: State, event: Event) -> None:
    payment = state.payments[event.details["payment"]]
    totals = state.totals.get(payment.currency, Totals())
    after = replace(totals, refunded=totals.refunded + event.details["amount"])
    _move(state, event, payment, after)


def _move(state: State, event: Event, payment: Payment, totals: Totals) -> None:
    is_refund = event.kind == "refund.succeeded"
    state.totals[payment.currency] = totals
    state.movements.append(
        Movement(
            number=event.number,
            at=event.at,
            kind="refund" if is_refund else "capture",
            payment=payment.id,
            refund=event.about if is_refund else "",
            amount=event.details["amount"],
            currency=payment.currency,
            reference=payment.metadata.get("reference", ""),
            totals=totals,
        )
    )


STEPS = {"payment.succeeded": _captured, "refund.succeeded": _refunded}
