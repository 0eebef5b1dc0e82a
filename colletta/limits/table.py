"""How much is too much, as one table.

The sizes are those of a real evening: 156 supporters of one campaign, all in one school hall behind
one address, and a radio programme that sends a thousand. What tells a tester of stolen cards from
them is that most of the tester's payments are refused: a refusal weighs as much as ten tries.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

REFUSAL_WEIGHS = 10
TEN_MINUTES = timedelta(minutes=10)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most so many tries of one bucket in one window."""

    most: int
    window: timedelta


# Who tries: more than this and they have to wait.
PERSONAL: Mapping[str, tuple[Limit, ...]] = MappingProxyType({
    "address": (Limit(60, TEN_MINUTES), Limit(400, DAY)),
    "network": (Limit(240, TEN_MINUTES), Limit(1_500, DAY)),
    # Two refused cards leave room for a third, and for the code that a brake asks for.
    "mail": (Limit(30, TEN_MINUTES), Limit(60, DAY)),
    # Words that somebody at the other end has to read, by whoever needs not sign in for it.
    "words": (Limit(10, TEN_MINUTES), Limit(40, DAY)),
})

# The brake: so many refusals in the window, and more refusals than payments that went well, and
# whoever gives there must first prove their mailbox.
BRAKES: Mapping[str, Limit] = MappingProxyType({
    "campaign": Limit(30, TEN_MINUTES),
    "site": Limit(120, TEN_MINUTES),
})
QUIET = timedelta(hours=1)  # without a refusal the brake is released by itself

KEPT = timedelta(days=2)  # what was tried is forgotten after the longest window
