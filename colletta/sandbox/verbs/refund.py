"""Money goes back."""

from collections.abc import Mapping

from colletta.sandbox.identity import new_id
from colletta.sandbox.notices.announce import announce
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.nouns.refund import Refund
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn

# What a refund does when nobody asked for anything else, and the other things it can do.
OUTCOMES = ("succeed", "refund_pends", "refund_fails")


def refund(
    turn: Turn,
    payment: Payment,
    *,
    amount: int = 0,
    metadata: Mapping[str, str],
    outcome: str = "succeed",
) -> Refund:
    """A refund of `amount` minor units, of all that is left when that is 0.

    Raises Refusal: unexpected_status before the money came, refund_too_large above what is left.
    """
    if payment.status != "succeeded":
        raise Refusal("unexpected_status", payment=payment)
    amount = amount or payment.left()
    if not 0 < amount <= payment.left():
        raise Refusal("refund_too_large", parameter="amount", payment=payment)
    name = new_id("ref")
    details = {"payment": payment.id, "amount": amount, "currency": payment.currency}
    turn.append("refund.created", name, metadata=dict(metadata), **details)
    if outcome == "refund_pends":
        announce(turn, "refund.pending", name)
        return turn.state.refunds[name]
    return close_refund(turn, turn.state.refunds[name], fails=outcome == "refund_fails")


def close_refund(turn: Turn, pending: Refund, *, fails: bool) -> Refund:
    """A pending refund has arrived, or came back. Raises Refusal when it is not pending."""
    if pending.status != "pending":
        raise Refusal("unexpected_status")
    if fails:
        turn.append("refund.failed", pending.id, payment=pending.payment, code="refund_failed")
    else:
        turn.append("refund.succeeded", pending.id, payment=pending.payment, amount=pending.amount)
    status = turn.state.refunds[pending.id].status
    announce(turn, f"refund.{status}", pending.id)
    return turn.state.refunds[pending.id]
