"""Who reacts to what."""

import pytest

from colletta.history.kinds import KINDS, UnknownKind
from colletta.history.models import Fact
from colletta.history.subscriptions import (
    NobodyByThatName,
    reaction_named,
    reacts_to,
    subscribers_of,
    subscriptions,
)
from tests.history.conftest import Listeners


def test_a_subscriber_is_known_by_its_dotted_path(listeners: Listeners) -> None:
    @reacts_to("pledge.confirmed", "pledge.refunded")
    def count(fact: Fact) -> None: ...

    name = f"{__name__}.{count.__qualname__}"
    assert subscribers_of("pledge.confirmed") == (name,)
    assert subscriptions() == {"pledge.confirmed": (name,), "pledge.refunded": (name,)}
    assert reaction_named(name) is count


def test_subscribing_twice_counts_once(listeners: Listeners) -> None:
    reaction = listeners.add("one")
    reacts_to("pledge.confirmed")(reaction)
    assert len(subscribers_of("pledge.confirmed")) == 1


def test_nobody_waits_for_a_kind_that_is_not_listed(listeners: Listeners) -> None:
    with pytest.raises(UnknownKind):
        listeners.add("one", kind="pledge.conffirmed")


def test_a_name_that_nobody_has_is_refused(listeners: Listeners) -> None:
    with pytest.raises(NobodyByThatName):
        reaction_named("colletta.gone.reactions.one")


def test_every_kind_is_explained_in_a_sentence() -> None:
    assert all(sentence[0].isupper() and sentence[-1] == "." for sentence in KINDS.values())
    assert all(kind.count(".") == 1 for kind in KINDS)
