"""The company itself: its account, its clock."""

from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _opened(state: State, event: Event) -> None:
    state.account = event.details["account"]


def _advanced(state: State, event: Event) -> None:
    state.advanced += event.details["by"]
    if event.details["signatures"]:
        state.signing_advanced += event.details["by"]


STEPS = {"company.opened": _opened, "clock.advanced": _advanced}
