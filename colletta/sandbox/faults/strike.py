"""Which fault strikes a request, and what the caller gets to see of it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from colletta.sandbox.api.answer import Answer, refuse
from colletta.sandbox.faults.pace import Pace
from colletta.sandbox.nouns.fault import Fault
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.store.book import Turn


def take_fault(turn: Turn, operation: str, about: str, *, pace: Pace) -> Fault | None:
    """The first fault that was asked for and fits; one use of it is spent."""
    for fault in turn.state.faults.values():
        if _fits(fault, operation, about) and not _passes(fault, pace):
            turn.append("fault.used", fault.id)
            return fault
    return None


def _fits(fault: Fault, operation: str, about: str) -> bool:
    return (not fault.on or operation in fault.on) and fault.object in {"", about}


def _passes(fault: Fault, pace: Pace) -> bool:
    limit = fault.per_second
    return bool(limit) and pace.lets_through(fault.id, per_second=limit)


def answer_before(fault: Fault) -> Answer:
    """What the caller sees of a request that was not even begun."""
    if fault.kind == "rate_limit":
        return replace(refuse(Refusal("rate_limited")), headers={"Retry-After": "1"})
    if fault.kind == "unavailable":
        return refuse(Refusal("unavailable"))
    if fault.kind == "timeout_before":
        return Answer(hold=fault.hold)
    if fault.kind == "error_before":
        return refuse(Refusal("server_error"))
    return Answer(reset=True)


def answer_after(fault: Fault, answer: Answer) -> Answer:
    """What the caller sees of a request that was carried out."""
    if fault.kind == "timeout_after":
        return Answer(hold=fault.hold)
    if fault.kind == "reset_after":
        return Answer(reset=True)
    return _altered(fault, answer)


def _altered(fault: Fault, answer: Answer) -> Answer:
    body = _lie(fault.kind, json.loads(answer.body))
    return replace(answer, body=json.dumps(body).encode())


def _lie(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    if "items" in body:
        return {**body, "items": [_lie(kind, item) for item in body["items"]]}
    changes = _change(kind, body)
    return {name: changes.get(name, value) for name, value in body.items()}


def _change(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    amounts = ("amount", "captured", "refunded")
    return {
        "amount_minus_one": {name: max(0, body.get(name, 0) - 1) for name in amounts},
        "another_currency": {"currency": "USD" if body.get("currency") != "USD" else "EUR"},
        "another_account": {"account": "acct_of_somebody_else"},
        "live_mode": {"mode": "live"},
        "unknown_status": {"status": "reviewing"},
    }.get(kind, {})
