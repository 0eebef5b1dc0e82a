"""What a button on the hosted page sets going, the usual ones and the unusual."""

import time

from colletta.sandbox.clock import SECOND
from colletta.sandbox.company import Company
from colletta.sandbox.nouns.notice import Plan
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn
from colletta.sandbox.verbs.expire import payment_as_of_now
from colletta.sandbox.verbs.press import BUTTONS, finish, press
from colletta.sandbox.verbs.refund import refund

# What a card that is saved through these buttons does when it is charged.
LATER = {
    "declining": "card_declined",
    "expiring": "expired_card",
    "asking": "authentication_required",
}
UNUSUAL = ("silent", "twice", "early", "disordered", "forged", "late")
GIVE_BACK = "refund"  # what the company's own staff does, and the site hears of afterwards
GAP = 1_500  # milliseconds by which a notice that is out of order comes too late
PATIENCE = 50  # times that an early notice is waited for
PAUSE_SECONDS = 1 / 10


def choose(company: Company, name: str, button: str) -> Payment:
    """The payment after a button; unchanged when the button came too late, or twice.

    Raises Refusal when there is no such payment or no such button.
    """
    if button not in {*BUTTONS, *UNUSUAL, *LATER, GIVE_BACK}:
        raise Refusal("parameter_invalid", parameter="button")
    with company.book.turn() as turn:
        payment = payment_as_of_now(turn, name)
        if button in UNUSUAL and payment.status == "created":
            payment = _pay_unusually(turn, payment, button)
        elif button in LATER and payment.status == "created" and payment.capture == "later":
            payment = press(turn, payment, "pay")
            turn.append("saved.behaves", payment.saved, behaviour=LATER[button])
        elif button == GIVE_BACK and payment.left():
            refund(turn, payment, metadata={})
            payment = turn.state.payments[name]
        elif button in BUTTONS and payment.status in BUTTONS[button].when:
            payment = press(turn, payment, button)
    if button == "early":
        _wait_until_told(company, name)
    return payment


def _pay_unusually(turn: Turn, payment: Payment, button: str) -> Payment:
    if button == "disordered":
        payment = press(turn, payment, "pend", plan=Plan(delay=GAP))
    plans = {
        "silent": Plan(drop=True),
        "twice": Plan(copies=2),
        "forged": Plan(forged=True),
        "late": Plan(delay=turn.habits.late),
    }
    return finish(turn, payment, plan=plans.get(button, Plan()))


def _wait_until_told(company: Company, name: str) -> None:
    """Returns once nothing about this payment is due any more, or after five seconds."""
    for _ in range(PATIENCE):
        with company.book.turn() as turn:
            due = {delivery.lane for delivery in turn.state.deliveries.values()}
        if name not in due or not company.notify:
            return
        time.sleep(PAUSE_SECONDS)


def late_seconds(turn: Turn) -> str:
    """How late a late notice is, for the page."""
    return str(turn.habits.late // SECOND)
