"""Idempotency keys: used, forgotten."""

from colletta.sandbox.nouns.key import UsedKey
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event


def _used(state: State, event: Event) -> None:
    key = event.about.removeprefix("key:")
    state.keys[key] = UsedKey(at=event.at, **event.details)


def _pruned(state: State, event: Event) -> None:
    state.keys.clear()


STEPS = {"key.used": _used, "keys.pruned": _pruned}
