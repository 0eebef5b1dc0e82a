"""A saved method is charged while the person is away."""

from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn
from colletta.sandbox.verbs.press import finish, move

DECLINES = frozenset({"card_declined", "expired_card"})


def charge(turn: Turn, payment: Payment, *, behaviour: str = "") -> Payment:
    """The payment after the attempt: succeeded, refused, action_needed or processing.

    `behaviour` overrides, this once, what the saved method does. Raises Refusal when only the
    person can confirm it, its status is past that, or the saved method was withdrawn.
    """
    if not payment.off_session:
        raise Refusal("confirmed_by_person_only", payment=payment)
    if payment.status != "created":
        raise Refusal("unexpected_status", payment=payment)
    saved = turn.state.saved[payment.saved]
    if saved.withdrawn:
        raise Refusal("saved_withdrawn", payment=payment)
    return _attempt(turn, payment, behaviour or saved.behaviour)


def _attempt(turn: Turn, payment: Payment, behaviour: str) -> Payment:
    if behaviour in DECLINES:
        return move(turn, payment, "refused", code=behaviour)
    if behaviour == "authentication_required":
        return move(turn, payment, "action_needed")
    if behaviour == "pend":
        return move(turn, payment, "processing")
    return finish(turn, payment)
