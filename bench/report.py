"""The figures as people read them."""

from collections.abc import Mapping
from typing import Any

GOALS: Mapping[str, tuple[str, float]] = {  # what is meant to be reached
    "page.of_ceiling": (">=", 0.6),
    "page.gifts_100000_over_100": ("<=", 1.1),
    "page.rendered_per_second": (">=", 150),
    "page.compressed_bytes": ("<=", 60 * 1024),
    "pledge.of_sql_ceiling": (">=", 0.5),
    "pledge.hot_over_spread": (">=", 0.8),
}


def table(found: Mapping[str, Any]) -> str:
    """One figure a line, with its goal where it has one, and whether it is met."""
    lines = [_line(name, value) for name, value in _flat(found)]
    return "\n".join(lines)


def _flat(found: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    return [
        pair
        for name, value in found.items()
        for pair in (
            _flat(value, f"{before}{name}.")
            if isinstance(value, Mapping)
            else [(f"{before}{name}", value)]
        )
    ]


def _line(name: str, value: Any) -> str:
    told = f"{name:34} {value:>12}"
    if name not in GOALS:
        return told
    sign, goal = GOALS[name]
    is_met = value >= goal if sign == ">=" else value <= goal
    return f"{told}   {sign} {goal:<8} {'met' if is_met else 'MISSED'}"
