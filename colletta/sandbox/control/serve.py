"""The way of a request through the controls: no faults, no keys of idempotency."""

from colletta.sandbox.api.answer import Answer
from colletta.sandbox.api.request import Request
from colletta.sandbox.api.routes import Route, find_route
from colletta.sandbox.api.serve import answer_refusal, check_key
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.company import Company
from colletta.sandbox.control import buttons, clock, deliveries, faults, notices, plans
from colletta.sandbox.refusal import Refusal

NO_TURN = "deliveries"


def _without_a_turn(visit: Visit) -> Answer:
    raise AssertionError(f"{visit.request.path} takes its own turns")


ROUTES = (
    Route("GET", "/control/faults", "faults", faults.list_all),
    Route("POST", "/control/faults", "faults", faults.ask_for),
    Route("DELETE", "/control/faults", "faults", faults.clear),
    Route("GET", "/control/notice-plans", "plans", plans.list_all),
    Route("POST", "/control/notice-plans", "plans", plans.ask_for),
    Route("DELETE", "/control/notice-plans", "plans", plans.clear),
    Route("GET", "/control/notices", "notices", notices.list_all),
    Route("POST", "/control/notices", "notices", notices.invent),
    Route("POST", "/control/notices/{id}/deliveries", NO_TURN, _without_a_turn),
    Route("POST", "/control/payments/{id}/buttons", "buttons", buttons.press_on_payment),
    Route("POST", "/control/refunds/{id}/buttons", "buttons", buttons.press_on_refund),
    Route("POST", "/control/saved/{id}/behaviour", "behaviour", buttons.behave),
    Route("GET", "/control/clock", "clock", clock.read),
    Route("POST", "/control/clock", "clock", clock.advance),
    Route("DELETE", "/control/keys", "keys", clock.prune_keys),
)


def serve(company: Company, request: Request) -> Answer:
    """The answer, after everything it caused is on disk. Raises Refusal before anything is."""
    check_key(company, request)
    route, name = find_route(ROUTES, request)
    if route.name == NO_TURN:
        return deliveries.deliver(company, request, name)
    with company.book.turn() as turn:
        visit = Visit(company, request, turn, name)
        try:
            return route.operation(visit)
        except Refusal as refusal:
            return answer_refusal(visit, refusal)
