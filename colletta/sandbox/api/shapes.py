"""What the company's nouns look like from outside. Instants are whole seconds since 1970."""

from typing import Any

from colletta.sandbox.clock import seconds
from colletta.sandbox.company import Company
from colletta.sandbox.nouns.movement import Movement, Totals
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.nouns.refund import Refund
from colletta.sandbox.nouns.saved import Saved
from colletta.sandbox.state import State


def hosted_page(company: Company, payment: Payment) -> str:
    """Where the person goes to confirm."""
    return f"{company.url}/pay/{payment.id}"


def payment_shape(company: Company, state: State, payment: Payment) -> dict[str, Any]:
    """A payment."""
    return {
        "id": payment.id,
        "object": "payment",
        "account": state.account,
        "mode": "test",
        "status": payment.status,
        "amount": payment.amount,
        "currency": payment.currency,
        "captured": payment.captured,
        "captured_at": seconds(payment.captured_at) or None,
        "refunded": payment.refunded,
        "refunding": payment.refunding,
        "capture": payment.capture,
        "method": payment.method,
        "payee": payment.payee,
        "description": payment.description,
        "return_url": payment.return_url,
        "metadata": payment.metadata,
        "saved": payment.saved or None,
        "off_session": payment.off_session,
        "refusal": {"code": payment.code} if payment.code else None,
        "hosted_page": hosted_page(company, payment),
        "created": seconds(payment.created),
        "expires": seconds(payment.expires),
    }


def refund_shape(state: State, refund: Refund) -> dict[str, Any]:
    """A refund."""
    return {
        "id": refund.id,
        "object": "refund",
        "account": state.account,
        "mode": "test",
        "status": refund.status,
        "payment": refund.payment,
        "amount": refund.amount,
        "currency": refund.currency,
        "metadata": refund.metadata,
        "refusal": {"code": refund.code} if refund.code else None,
        "created": seconds(refund.created),
    }


def saved_shape(state: State, saved: Saved) -> dict[str, Any]:
    """A saved method."""
    return {
        "id": saved.id,
        "object": "saved",
        "account": state.account,
        "mode": "test",
        "status": "withdrawn" if saved.withdrawn else "chargeable",
        "payment": saved.payment,
        "created": seconds(saved.created),
    }


def movement_shape(movement: Movement) -> dict[str, Any]:
    """A movement of money, with its currency's totals after it."""
    return {
        "number": movement.number,
        "at": seconds(movement.at),
        "kind": movement.kind,
        "payment": movement.payment,
        "refund": movement.refund or None,
        "amount": movement.amount,
        "currency": movement.currency,
        "reference": movement.reference,
        "totals": totals_shape(movement.totals),
    }


def totals_shape(totals: Totals) -> dict[str, int]:
    """The sums of one currency."""
    return {
        "captured": totals.captured,
        "refunded": totals.refunded,
        "net": totals.captured - totals.refunded,
    }
