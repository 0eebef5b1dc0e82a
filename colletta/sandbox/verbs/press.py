"""What the person does on the hosted page: each button, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from colletta.sandbox.identity import new_id
from colletta.sandbox.notices.announce import announce
from colletta.sandbox.nouns.notice import Plan
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn


@dataclass(frozen=True)
class Button:
    """From which statuses it can be pressed, where it leads, and why it ended badly if it did."""

    when: frozenset[str]
    leads_to: str
    code: str = ""


CREATED = frozenset({"created"})
ASKED = frozenset({"action_needed"})
WAITING = frozenset({"processing"})
BUTTONS: Mapping[str, Button] = {
    "pay": Button(CREATED, "finished"),
    "decline": Button(CREATED, "refused", "card_declined"),
    "authenticate": Button(CREATED, "action_needed"),
    "authenticated": Button(ASKED, "finished"),
    "not_authenticated": Button(ASKED, "refused", "authentication_failed"),
    "pend": Button(CREATED | ASKED, "processing"),
    "settle": Button(WAITING, "finished"),
    "fail": Button(WAITING, "refused", "payment_failed"),
    "cancel": Button(CREATED | ASKED, "cancelled"),
}


def press(
    turn: Turn, payment: Payment, button: str, *, plan: Plan | None = None, amount: int = 0
) -> Payment:
    """The payment after a button. `amount` (minor units) captures less than was asked for.

    Raises Refusal (unexpected_status) when its status does not offer that button.
    """
    pressed = BUTTONS[button]
    if payment.status not in pressed.when:
        raise Refusal("unexpected_status", payment=payment)
    if pressed.leads_to == "finished":
        return finish(turn, payment, plan=plan, amount=amount)
    return move(turn, payment, pressed.leads_to, plan=plan, code=pressed.code)


def finish(turn: Turn, payment: Payment, *, plan: Plan | None = None, amount: int = 0) -> Payment:
    """The money is captured, or the method saved when it is to be charged later."""
    if payment.capture == "automatic":
        turn.append("payment.succeeded", payment.id, amount=amount or payment.amount)
        announce(turn, "payment.succeeded", payment.id, plan)
    else:
        saved = new_id("sav")
        turn.append("saved.made", saved, payment=payment.id)
        turn.append("payment.authorised", payment.id, saved=saved)
        announce(turn, "payment.authorised", payment.id, plan)
    return turn.state.payments[payment.id]


def move(
    turn: Turn, payment: Payment, status: str, *, plan: Plan | None = None, code: str = ""
) -> Payment:
    """The payment in a status in which no money has moved."""
    why = {"code": code} if code else {}
    turn.append(f"payment.{status}", payment.id, **why)
    announce(turn, f"payment.{status}", payment.id, plan)
    return turn.state.payments[payment.id]
