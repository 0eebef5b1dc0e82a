"""Which operation answers which address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from colletta.sandbox.api import books, payments, refunds, saved
from colletta.sandbox.api.request import Request
from colletta.sandbox.api.visit import Operation
from colletta.sandbox.refusal import Refusal


@dataclass(frozen=True)
class Route:
    """`{id}` in a path stands for an id. `keyed` operations need an Idempotency-Key."""

    method: str
    path: str
    name: str
    operation: Operation
    keyed: bool = False


ROUTES = (
    Route("POST", "/v1/payments", "payments.create", payments.create, keyed=True),
    Route("GET", "/v1/payments", "payments.list", payments.list_all),
    Route("GET", "/v1/payments/{id}", "payments.read", payments.read),
    Route("POST", "/v1/payments/{id}/cancel", "payments.cancel", payments.cancel_one),
    Route("POST", "/v1/payments/{id}/confirm", "payments.confirm", payments.confirm),
    Route("POST", "/v1/payments/{id}/refunds", "refunds.create", refunds.create, keyed=True),
    Route("GET", "/v1/payments/{id}/refunds", "refunds.list", refunds.list_all),
    Route("GET", "/v1/refunds", "refunds.list", refunds.list_all),
    Route("GET", "/v1/refunds/{id}", "refunds.read", refunds.read),
    Route("GET", "/v1/saved/{id}", "saved.read", saved.read),
    Route("POST", "/v1/saved/{id}/charges", "saved.charge", saved.charge, keyed=True),
    Route("GET", "/v1/record", "record.read", books.record),
    Route("GET", "/v1/account", "account.read", books.account),
)
OPERATIONS = frozenset(route.name for route in ROUTES)


def find_route(routes: Sequence[Route], request: Request) -> tuple[Route, str]:
    """The route of a request, and the id in its path. Raises Refusal."""
    found = [(route, match[1]) for route in routes if (match := _match(route, request.path))]
    for route, name in found:
        if route.method == request.method:
            return route, name
    raise Refusal("method_not_allowed" if found else "not_found")


def _match(route: Route, path: str) -> re.Match[str] | None:
    pattern = re.escape(route.path).replace(r"\{id\}", r"(\w{1,80})")
    if "{id}" not in route.path:
        pattern += "()"
    return re.fullmatch(pattern, path, re.ASCII)
