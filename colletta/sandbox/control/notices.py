"""/control/notices: what was told, what is still to be told, what never was."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.clock import seconds
from colletta.sandbox.identity import new_id
from colletta.sandbox.nouns.notice import Attempt, Delivery, Notice
from colletta.sandbox.state import State

MOST_LISTED = 1_000


def invent(visit: Visit) -> Answer:
    """POST: a notice of any type about any object, true or not; it is sent only by hand."""
    fields = Fields(visit.request.json())
    kind, about = fields.text("type", most=80, default=None), fields.text("object", most=80)
    extra = fields.mapping("extra")
    fields.nothing_else()
    name = new_id("evt")
    visit.turn.append("notice.created", name, type=kind, object=about, extra=extra)
    return answer_json(_shape(visit.turn.state.notices[name], (), ()), status=201)


def list_all(visit: Visit) -> Answer:
    """GET: the last 1,000 notices, oldest first; with `object`, those about it."""
    state, about = visit.turn.state, visit.request.query.get("object")
    found = [n for n in state.notices.values() if about is None or n.object == about]
    return answer_json({"items": _shapes(state, found[-MOST_LISTED:])})


def _shapes(state: State, notices: Sequence[Notice]) -> list[dict[str, Any]]:
    pending: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in state.deliveries.values():
        pending[delivery.notice].append(delivery)
    return [_shape(notice, pending[notice.id], state.attempts[notice.id]) for notice in notices]


def _shape(
    notice: Notice, pending: Sequence[Delivery], attempts: Sequence[Attempt]
) -> dict[str, Any]:
    return {
        "id": notice.id,
        "type": notice.type,
        "object": notice.object,
        "created": seconds(notice.created),
        "pending": [
            {"id": each.id, "due": seconds(each.due), "attempts": each.attempts} for each in pending
        ],
        "attempts": [{**asdict(attempt), "at": seconds(attempt.at)} for attempt in attempts],
    }
