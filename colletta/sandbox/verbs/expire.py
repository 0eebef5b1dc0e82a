"""Payments that nobody confirmed end by themselves."""

from colletta.sandbox.notices.announce import announce
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn


def expire_due(turn: Turn) -> None:
    """Every payment whose time is over has expired."""
    now = turn.now()
    over = [name for name in turn.state.open if turn.state.payments[name].is_over(now)]
    for name in over:
        _expire(turn, name)


def payment_as_of_now(turn: Turn, name: str) -> Payment:
    """The payment, expired if its time is over. Raises Refusal when there is none."""
    payment = turn.state.payments.get(name)
    if payment is None:
        raise Refusal("not_found")
    if payment.is_over(turn.now()):
        _expire(turn, name)
    return turn.state.payments[name]


def _expire(turn: Turn, name: str) -> None:
    turn.append("payment.expired", name)
    announce(turn, "payment.expired", name)
