"""The way of a request through the interface."""

import hmac

from colletta.sandbox.api.answer import Answer, refuse
from colletta.sandbox.api.keys import once_for_its_key
from colletta.sandbox.api.request import Request
from colletta.sandbox.api.routes import ROUTES, Route, find_route
from colletta.sandbox.api.shapes import payment_shape
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.company import Company
from colletta.sandbox.faults.kinds import AFTER, ALTERED, BEFORE
from colletta.sandbox.faults.strike import answer_after, answer_before, take_fault
from colletta.sandbox.refusal import Refusal


def serve(company: Company, request: Request) -> Answer:
    """The answer, after everything it caused is on disk. Raises Refusal before anything is."""
    check_key(company, request)
    route, name = find_route(ROUTES, request)
    with company.book.turn() as turn:
        fault = take_fault(turn, route.name, name, pace=company.pace)
        visit = Visit(company, request, turn, name, fault)
        if fault and fault.kind in BEFORE:
            return answer_before(fault)
        answer = _carry_out(visit, route)
    return answer_after(fault, answer) if fault and fault.kind in AFTER | ALTERED else answer


def check_key(company: Company, request: Request) -> None:
    """Raises Refusal unless the request carries the key."""
    given = request.headers.get("authorization", "")
    if not hmac.compare_digest(given.encode(), f"Bearer {company.key}".encode()):
        raise Refusal("unauthorised")


def _carry_out(visit: Visit, route: Route) -> Answer:
    def perform() -> Answer:
        answer = route.operation(visit)
        lost = visit.fault is not None and visit.fault.kind == "error_after"
        return refuse(Refusal("server_error")) if lost else answer

    # A refusal ends the turn as well as an answer does: what happened before it (a payment that
    # expired, a fault that was spent) did happen.
    try:
        if route.method == "GET":
            return perform()
        return once_for_its_key(visit, perform, needed=route.keyed)
    except Refusal as refusal:
        return answer_refusal(visit, refusal)


def answer_refusal(visit: Visit, refusal: Refusal) -> Answer:
    """The error, with the payment it is about."""
    payment = refusal.payment
    state = visit.turn.state
    return refuse(refusal, payment_shape(visit.company, state, payment) if payment else None)
