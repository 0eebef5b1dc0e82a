"""Tries at the gate, as tests make them."""

import itertools
from typing import Any

from colletta.limits.actions.pass_gate import pass_gate

numbers = itertools.count(1)


def a_try(**changes: Any) -> str:
    """Somebody tries once; returns the reference of the try."""
    number = next(numbers)
    terms: dict[str, Any] = {
        "kind": "pledge",
        "reference": f"form:{number}",
        "address": f"100.{number // 250 % 250}.{number % 250}.7",
        "email": f"supporter{number}@posta.example",
        "subject": "campaign:1",
        "proved": False,
    }
    terms |= changes
    pass_gate(**terms)
    return str(terms["reference"])
