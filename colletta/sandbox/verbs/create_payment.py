"""A payment begins; no money moves yet."""

from dataclasses import asdict, dataclass, field

from colletta.sandbox.identity import new_id
from colletta.sandbox.nouns.payment import METHODS, Payment
from colletta.sandbox.store.book import Turn


@dataclass(frozen=True)
class Terms:
    """What whoever creates a payment decides. Minor units; milliseconds, 0 for as usual."""

    amount: int
    currency: str
    capture: str = "automatic"
    method: str = METHODS[0]
    payee: str = ""
    description: str = ""
    return_url: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    language: str = ""
    saved: str = ""
    off_session: bool = False
    lifetime: int = 0


def create_payment(turn: Turn, terms: Terms) -> Payment:
    """A payment that waits to be confirmed, and expires if it is not."""
    details = asdict(terms)
    expires = turn.now() + (details.pop("lifetime") or turn.habits.lifetime)
    payment = new_id("pay")
    turn.append("payment.created", payment, expires=expires, **details)
    return turn.state.payments[payment]
