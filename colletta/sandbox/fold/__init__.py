"""How each kind of event changes what is known: one small function for each."""

from collections.abc import Callable, Mapping

from colletta.sandbox.fold import (
    company,
    faults,
    keys,
    movements,
    notices,
    payments,
    refunds,
    saved,
)
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event

Step = Callable[[State, Event], None]
ROOMS: tuple[Mapping[str, Step], ...] = (
    company.STEPS,
    payments.STEPS,
    refunds.STEPS,
    saved.STEPS,
    movements.STEPS,
    keys.STEPS,
    faults.STEPS,
    notices.STEPS,
)


def fold(state: State, event: Event) -> None:
    """Brings what is known up to and including an event. Raises AssertionError on a wrong one."""
    steps = [steps[event.kind] for steps in ROOMS if event.kind in steps]
    assert steps, f"nobody knows what {event.kind} means"
    assert event.number == state.last + 1, "events are numbered without gaps"
    state.last = event.number
    state.versions[event.about] = event.version
    for step in steps:
        step(state, event)
