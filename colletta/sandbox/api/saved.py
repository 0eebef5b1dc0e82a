"""/v1/saved/<id>: methods that a person saved, and charges of them."""

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.payments import charge_now, money_of, return_url_of
from colletta.sandbox.api.shapes import payment_shape, saved_shape
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.nouns.saved import Saved
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.verbs.create_payment import Terms, create_payment


def read(visit: Visit) -> Answer:
    """GET: the saved method."""
    return answer_json(saved_shape(visit.turn.state, _saved(visit)))


def charge(visit: Visit) -> Answer:
    """POST …/charges: a payment with the saved method; with `confirm`, charged at once.

    Without it the payment waits for POST /v1/payments/<id>/confirm, so that whoever asks can
    write its id down before any money moves.
    """
    saved = _saved(visit)
    if saved.withdrawn:
        raise Refusal("saved_withdrawn")
    terms, at_once = _terms(visit, saved)
    payment = create_payment(visit.turn, terms)
    if at_once:
        return charge_now(visit, payment, status=201)
    return answer_json(payment_shape(visit.company, visit.turn.state, payment), status=201)


def _terms(visit: Visit, saved: Saved) -> tuple[Terms, bool]:
    first = visit.turn.state.payments[saved.payment]
    fields = Fields(visit.request.json())
    amount, currency = money_of(fields)
    terms = Terms(
        amount,
        currency,
        method=first.method,
        payee=fields.text("payee", most=200, default=first.payee),
        description=fields.text("description", default=first.description),
        return_url=return_url_of(fields),
        metadata=fields.metadata(),
        language=first.language,
        saved=saved.id,
        off_session=True,
    )
    at_once = fields.flag("confirm")
    fields.nothing_else()
    return terms, at_once


def _saved(visit: Visit) -> Saved:
    if visit.id not in visit.turn.state.saved:
        raise Refusal("not_found")
    return visit.turn.state.saved[visit.id]
