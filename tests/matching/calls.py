"""Calls of Fondazione Delta as tests want them: rows, whatever the console asks of them."""

from datetime import timedelta
from typing import Any

from colletta.history.clock import now
from colletta.matching.models import Call, CallState, Rule
from tests.cast import fondazione_delta


def call_of_delta(*, rule: dict[str, Any] | None = None, **changes: Any) -> Call:
    """An open call: half of the target from people, the gap from the foundation."""
    terms: dict[str, Any] = {
        "partner": fondazione_delta(),
        "slug": "verde-vicino",
        "state": CallState.OPEN,
        "titles": {"it": "Verde vicino", "en": "Green nearby"},
        "texts": {"it": "Per orti e cortili.", "en": "For gardens and courtyards."},
        "language": "it",
        "currency": "EUR",
        "opens_at": now() - timedelta(days=30),
        "closes_at": now() + timedelta(days=60),
        "pool_minor": 500_000,
    }
    call = Call.objects.create(**(terms | changes))
    asked = {"gives": "gap-to-target", "threshold_share": 5_000}
    Rule.objects.create(call=call, **(asked | (rule or {})))
    return call
