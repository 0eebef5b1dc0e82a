"""Who reacts to which kind of fact.

An app that reacts has a module `reactions.py`, imported at start-up:

    @reacts_to("pledge.confirmed")
    def thank_the_supporter(fact: Fact) -> None: ...

Where most facts of a kind are nothing to it, it says which are: `reacts_to(..., wanted=…)` is asked
in the transaction of the fact, and saves the delivery and the job.

A reaction runs after the fact was committed, in a transaction of its own together with the mark
that it is done. It may run more than once, so it must be idempotent; it never calls the network,
it leaves that to a job of its own.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from colletta.history.kinds import must_be_known
from colletta.history.models import Fact

Reaction = Callable[[Fact], None]
Wanted = Callable[[Fact], bool]

_by_kind: dict[str, list[str]] = {}
_by_name: dict[str, Reaction] = {}
_wanted: dict[str, Wanted] = {}


class NobodyByThatName(LookupError):
    """A delivery waits for a reaction that this version of the code does not have."""


def reacts_to(*kinds: str, wanted: Wanted | None = None) -> Callable[[Reaction], Reaction]:
    """Subscribe the function below to these kinds. Its dotted path is the subscriber's name."""

    def subscribe(reaction: Reaction) -> Reaction:
        name = f"{reaction.__module__}.{reaction.__qualname__}"
        _by_name[name] = reaction
        if wanted is not None:
            _wanted[name] = wanted
        for kind in kinds:
            names = _by_kind.setdefault(must_be_known(kind), [])
            if name not in names:
                names.append(name)
        return reaction

    return subscribe


def subscribers_of(kind: str) -> tuple[str, ...]:
    """The names of everybody who reacts to this kind, in the order they subscribed."""
    return tuple(_by_kind.get(kind, ()))


def wants(subscriber: str, fact: Fact) -> bool:
    """Whether the subscriber has anything to do with this fact of a kind that it reacts to."""
    return subscriber not in _wanted or _wanted[subscriber](fact)


def reaction_named(subscriber: str) -> Reaction:
    """The function behind a subscriber's name. Raises NobodyByThatName."""
    try:
        return _by_name[subscriber]
    except KeyError:
        raise NobodyByThatName(f'no reaction is called "{subscriber}"') from None


def subscriptions() -> Mapping[str, tuple[str, ...]]:
    """Kind of fact -> names of its subscribers; only kinds that somebody waits for."""
    return MappingProxyType({kind: tuple(names) for kind, names in sorted(_by_kind.items())})
