"""Faults: asked for, used up, cleared."""

from dataclasses import replace

from colletta.sandbox.nouns.fault import Fault
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _set(state: State, event: Event) -> None:
    details = {**event.details, "on": tuple(event.details["on"])}
    state.faults[event.about] = Fault(id=event.about, **details)


def _used(state: State, event: Event) -> None:
    fault = state.faults[event.about]
    state.faults[event.about] = replace(fault, left=fault.left - 1)
    if fault.left == 1:
        del state.faults[event.about]


def _cleared(state: State, event: Event) -> None:
    state.faults.clear()


STEPS = {"fault.set": _set, "fault.used": _used, "faults.cleared": _cleared}
