"""/v1/payments/<id>/refunds, /v1/refunds"""

from itertools import islice

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.pages import cut, limit_of, page_shape
from colletta.sandbox.api.payments import MOST_MONEY
from colletta.sandbox.api.shapes import refund_shape
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.faults.kinds import REFUNDS
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.verbs.expire import payment_as_of_now
from colletta.sandbox.verbs.refund import refund


def create(visit: Visit) -> Answer:
    """POST: money goes back; all that is left of it unless an amount is given."""
    fields = Fields(visit.request.json())
    amount = fields.whole("amount", least=1, most=MOST_MONEY, default=0)
    metadata = fields.metadata()
    fields.nothing_else()
    made = refund(
        visit.turn,
        payment_as_of_now(visit.turn, visit.id),
        amount=amount,
        metadata=metadata,
        outcome=visit.outcome(REFUNDS),
    )
    return answer_json(refund_shape(visit.turn.state, made), status=201)


def read(visit: Visit) -> Answer:
    """GET: the refund as it stands."""
    state = visit.turn.state
    if visit.id not in state.refunds:
        raise Refusal("not_found")
    return answer_json(refund_shape(state, state.refunds[visit.id]))


def list_all(visit: Visit) -> Answer:
    """GET: refunds in the order they were created; those of one payment under its address."""
    state, after = visit.turn.state, visit.request.query.get("after")
    if visit.id:
        payment_as_of_now(visit.turn, visit.id)
    if after and after not in state.refunds:
        raise Refusal("not_found", "There is no such refund to go on after.", parameter="after")
    start = state.refunds[after].position + 1 if after else 0
    found = (state.refunds[name] for name in islice(state.refunds_in_order, start, None))
    wanted = (refund for refund in found if visit.id in {"", refund.payment})
    limit = limit_of(visit.request)
    page, more = cut(list(islice(wanted, limit + 1)), limit=limit)
    return answer_json(page_shape([refund_shape(state, each) for each in page], more=more))
