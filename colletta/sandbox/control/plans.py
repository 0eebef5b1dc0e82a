"""/control/notice-plans: what goes wrong with the next notices."""

from dataclasses import asdict
from typing import Any

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.clock import HOUR
from colletta.sandbox.control.faults import MOST_TIMES
from colletta.sandbox.identity import new_id
from colletta.sandbox.nouns.notice import Plan

LONGEST_DELAY = 60 * 24 * HOUR
MOST_COPIES = 100


def ask_for(visit: Visit) -> Answer:
    """POST: a plan for the next `times` notices that it fits; oldest first."""
    fields = Fields(visit.request.json())
    name = new_id("pln")
    visit.turn.append(
        "plan.set",
        name,
        object=fields.text("object", most=80),
        type=fields.text("type", most=80),
        left=fields.whole("times", least=1, most=MOST_TIMES, default=1),
        reorder=fields.flag("reorder"),
        plan=asdict(plan_of(fields)),
    )
    fields.nothing_else()
    return answer_json(_shape(visit, name), status=201)


def plan_of(fields: Fields) -> Plan:
    """How a notice is told: `drop`, `delay_ms`, `copies`, `forged`. Raises Refusal."""
    return Plan(
        drop=fields.flag("drop"),
        delay=fields.whole("delay_ms", least=0, most=LONGEST_DELAY, default=0),
        copies=fields.whole("copies", least=1, most=MOST_COPIES, default=1),
        forged=fields.flag("forged"),
    )


def list_all(visit: Visit) -> Answer:
    """GET: the plans that are still to come."""
    return answer_json({"items": [_shape(visit, name) for name in visit.turn.state.plans]})


def clear(visit: Visit) -> Answer:
    """DELETE: every notice is told as it should be."""
    if visit.turn.state.plans:
        visit.turn.append("plans.cleared", "plans")
    return answer_json({"items": []})


def _shape(visit: Visit, name: str) -> dict[str, Any]:
    return asdict(visit.turn.state.plans[name])
