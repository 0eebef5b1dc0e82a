"""/v1/record and /v1/account: what others compare their books with."""

from bisect import bisect_right

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.pages import cut, limit_of, page_shape
from colletta.sandbox.api.shapes import movement_shape, totals_shape
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.refusal import Refusal


def record(visit: Visit) -> Answer:
    """GET: movements of money after a number, each with its running totals, and the totals now."""
    state, limit = visit.turn.state, limit_of(visit.request)
    after = visit.request.query.get("after", "0")
    if not (after.isascii() and after.isdigit() and len(after) < 16):
        message = "'after' must be the number of a movement."
        raise Refusal("parameter_invalid", message, parameter="after")
    start = bisect_right(state.movements, int(after), key=lambda movement: movement.number)
    page, more = cut(state.movements[start : start + limit + 1], limit=limit)
    totals = {currency: totals_shape(sums) for currency, sums in sorted(state.totals.items())}
    shapes = [movement_shape(movement) for movement in page]
    return answer_json(page_shape(shapes, more=more, totals=totals))


def account(visit: Visit) -> Answer:
    """GET: whose key this is."""
    return answer_json({
        "id": visit.turn.state.account,
        "object": "account",
        "mode": "test",
        "name": "Sabbiera",
    })
