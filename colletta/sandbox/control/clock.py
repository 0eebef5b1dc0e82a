"""/control/clock and /control/keys: the company's time, and what it forgets."""

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.clock import HOUR, SECOND, seconds

FURTHEST = 400 * 24 * HOUR


def read(visit: Visit) -> Answer:
    """GET: what time it is for the company."""
    state = visit.turn.state
    now, advanced = seconds(visit.turn.now()), seconds(state.advanced)
    return answer_json({"now": now, "advanced_seconds": advanced})


def advance(visit: Visit) -> Answer:
    """POST: it is later now; payments expire, keys are forgotten, notices fall due.

    Notices go on being signed by this machine's clock, unless `signatures` asks otherwise.
    """
    fields = Fields(visit.request.json())
    by = fields.whole("advance_seconds", least=1, most=seconds(FURTHEST)) * SECOND
    signatures = fields.flag("signatures")
    fields.nothing_else()
    visit.turn.append("clock.advanced", "clock", by=by, signatures=signatures)
    return read(visit)


def prune_keys(visit: Visit) -> Answer:
    """DELETE: every idempotency key is forgotten."""
    forgotten = len(visit.turn.state.keys)
    visit.turn.append("keys.pruned", "keys")
    return answer_json({"forgotten": forgotten})
