"""Reactions of the tests' own: what other apps subscribed is put aside."""

import pytest

from colletta.history import subscriptions
from colletta.history.models import Fact
from colletta.history.subscriptions import Reaction, reacts_to


class Listeners:
    """Adds reactions that only write down what reached them."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def add(self, name: str, kind: str = "pledge.confirmed", fails: int = 0) -> Reaction:
        """A subscriber called `name` that fails so many times before it listens."""
        failures = iter(range(fails))

        def listen(fact: Fact) -> None:
            if next(failures, None) is not None:
                raise RuntimeError(f"{name} is not in the mood")
            self.heard.append((name, fact.about))

        listen.__qualname__ = name
        return reacts_to(kind)(listen)


@pytest.fixture
def listeners(monkeypatch: pytest.MonkeyPatch) -> Listeners:
    monkeypatch.setattr(subscriptions, "_by_kind", {})
    monkeypatch.setattr(subscriptions, "_by_name", {})
    return Listeners()
