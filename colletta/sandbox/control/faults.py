"""/control/faults: what goes wrong with the next requests."""

from dataclasses import asdict

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.routes import OPERATIONS
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.clock import MINUTE, SECOND
from colletta.sandbox.faults.kinds import KINDS, ONLY_ON
from colletta.sandbox.identity import new_id

MOST_TIMES = 100_000
MOST_AT_ONCE = 1_000


def ask_for(visit: Visit) -> Answer:
    """POST: a fault, for the next `times` requests that it fits; oldest first."""
    fields = Fields(visit.request.json())
    kind = fields.choice("kind", KINDS)
    name = new_id("flt")
    visit.turn.append(
        "fault.set",
        name,
        kind=kind,
        on=list(fields.choices("on", OPERATIONS) or ONLY_ON.get(kind, ())),
        object=fields.text("object", most=80),
        left=fields.whole("times", least=1, most=MOST_TIMES, default=1),
        hold=fields.whole("hold_ms", least=1, most=MINUTE, default=30 * SECOND),
        per_second=fields.whole("per_second", least=1, most=MOST_AT_ONCE, default=0),
    )
    fields.nothing_else()
    return answer_json(asdict(visit.turn.state.faults[name]), status=201)


def list_all(visit: Visit) -> Answer:
    """GET: the faults that are still to come."""
    return answer_json({"items": [asdict(fault) for fault in visit.turn.state.faults.values()]})


def clear(visit: Visit) -> Answer:
    """DELETE: nothing goes wrong any more."""
    if visit.turn.state.faults:
        visit.turn.append("faults.cleared", "faults")
    return answer_json({"items": []})
