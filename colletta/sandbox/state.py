"""Everything the company knows: a fold over everything that happened."""

from collections import defaultdict
from dataclasses import dataclass, field

from colletta.sandbox.nouns.fault import Fault
from colletta.sandbox.nouns.key import UsedKey
from colletta.sandbox.nouns.movement import Movement, Totals
from colletta.sandbox.nouns.notice import Attempt, Delivery, Notice, StandingPlan
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.nouns.refund import Refund
from colletta.sandbox.nouns.saved import Saved


@dataclass
class State:
    """Nouns by id, in the order they came; `versions` counts what happened to each.

    `open` are payments that may still expire, `deliveries` those that are not done.
    """

    last: int = 0
    versions: dict[str, int] = field(default_factory=dict)
    account: str = ""
    advanced: int = 0
    signing_advanced: int = 0
    payments: dict[str, Payment] = field(default_factory=dict)
    in_order: list[str] = field(default_factory=list)
    open: dict[str, None] = field(default_factory=dict)
    refunds: dict[str, Refund] = field(default_factory=dict)
    refunds_in_order: list[str] = field(default_factory=list)
    saved: dict[str, Saved] = field(default_factory=dict)
    movements: list[Movement] = field(default_factory=list)
    totals: dict[str, Totals] = field(default_factory=dict)
    keys: dict[str, UsedKey] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    plans: dict[str, StandingPlan] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    attempts: dict[str, list[Attempt]] = field(default_factory=lambda: defaultdict(list))
