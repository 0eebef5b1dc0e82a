"""What happens to a saved method."""

from dataclasses import replace

from colletta.sandbox.nouns.saved import Saved
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _made(state: State, event: Event) -> None:
    state.saved[event.about] = Saved(event.about, event.details["payment"], event.at)


def _behaves(state: State, event: Event) -> None:
    saved = state.saved[event.about]
    state.saved[event.about] = replace(saved, behaviour=event.details["behaviour"])


def _withdrawn(state: State, event: Event) -> None:
    state.saved[event.about] = replace(state.saved[event.about], withdrawn=True)


STEPS = {"saved.made": _made, "saved.behaves": _behaves, "saved.withdrawn": _withdrawn}
