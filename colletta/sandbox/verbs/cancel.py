"""Whoever created a payment takes it back."""

from colletta.sandbox.nouns.payment import OPEN, Payment
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn
from colletta.sandbox.verbs.press import move


def cancel(turn: Turn, payment: Payment) -> Payment:
    """Nobody can confirm it any more; a method that it saved cannot be charged any more.

    Raises Refusal (unexpected_status) once money has moved, is moving, or never will.
    """
    if payment.status not in OPEN | {"authorised"}:
        raise Refusal("unexpected_status", payment=payment)
    if payment.status == "authorised":
        turn.append("saved.withdrawn", payment.saved)
    return move(turn, payment, "cancelled")
