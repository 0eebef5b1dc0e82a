"""A call as the fields of its form show it."""

from typing import Any

from colletta.matching.models import Call
from colletta.pages.calls.asked import shown_asked
from colletta.pages.calls.days import day_of
from colletta.pages.calls.typed import PERCENT_PLACES, RATIO_PLACES, shown_parts, shown_sum


def as_typed(call: Call) -> dict[str, Any]:
    """What its partner would have typed."""
    rule, currency = call.rule, call.currency
    sums = {"threshold": rule.threshold_minor, "amount": rule.amount_minor, "cap": rule.cap_minor}
    sums |= {"cap_per_gift": rule.cap_per_gift_minor, "pool": call.pool_minor}
    kept = ("minimum_supporters", "window_days", "gives", "counts_offline")
    return {
        **{f"title_{code}": text for code, text in call.titles.items()},
        **{f"text_{code}": text for code, text in call.texts.items()},
        **{name: shown_sum(minor, currency) for name, minor in sums.items()},
        **{name: getattr(rule, name) for name in kept},
        **shown_asked(call.questions),
        "opens_on": day_of(call.opens_at) if call.opens_at else None,
        "closes_on": day_of(call.closes_at) if call.closes_at else None,
        "currency": currency,
        "claw_back_days": call.claw_back_days,
        "threshold_share": shown_parts(rule.threshold_share, PERCENT_PLACES),
        "share": shown_parts(rule.share, PERCENT_PLACES),
        "ratio": shown_parts(rule.ratio, RATIO_PLACES),
    }
