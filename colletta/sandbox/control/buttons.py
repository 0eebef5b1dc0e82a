"""/control/…/buttons: what a person, a bank or a card would do, done by a test."""

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.shapes import payment_shape, refund_shape, saved_shape
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.control.plans import plan_of
from colletta.sandbox.nouns.notice import Plan
from colletta.sandbox.nouns.saved import BEHAVIOURS
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.verbs.expire import payment_as_of_now
from colletta.sandbox.verbs.press import BUTTONS, press
from colletta.sandbox.verbs.refund import close_refund


def press_on_payment(visit: Visit) -> Answer:
    """POST: as if the person had pressed it. `amount` captures less than was asked for."""
    payment = payment_as_of_now(visit.turn, visit.id)
    fields = Fields(visit.request.json())
    button = fields.choice("button", BUTTONS)
    amount = fields.whole("amount", least=1, most=payment.amount, default=0)
    plan = _plan_if_any(fields)
    fields.nothing_else()
    pressed = press(visit.turn, payment, button, plan=plan, amount=amount)
    return answer_json(payment_shape(visit.company, visit.turn.state, pressed))


def _plan_if_any(fields: Fields) -> Plan | None:
    given = Fields(fields.mapping("notice"))
    if not given.names():
        return None
    plan = plan_of(given)
    given.nothing_else()
    return plan


def press_on_refund(visit: Visit) -> Answer:
    """POST: a pending refund arrives, or comes back."""
    state = visit.turn.state
    if visit.id not in state.refunds:
        raise Refusal("not_found")
    fields = Fields(visit.request.json())
    fails = fields.choice("button", ("settle", "fail")) == "fail"
    fields.nothing_else()
    closed = close_refund(visit.turn, state.refunds[visit.id], fails=fails)
    return answer_json(refund_shape(state, closed))


def behave(visit: Visit) -> Answer:
    """POST: what charges of a saved method do from now on."""
    state = visit.turn.state
    if visit.id not in state.saved:
        raise Refusal("not_found")
    fields = Fields(visit.request.json())
    behaviour = fields.choice("behaviour", BEHAVIOURS)
    fields.nothing_else()
    visit.turn.append("saved.behaves", visit.id, behaviour=behaviour)
    return answer_json({**saved_shape(state, state.saved[visit.id]), "behaviour": behaviour})
