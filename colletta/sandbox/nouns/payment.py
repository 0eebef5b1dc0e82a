"""A payment, from its creation to where it ends."""

from collections.abc import Mapping
from dataclasses import dataclass

METHODS = ("card", "paypal", "sepa_debit")
OPEN = frozenset({"created", "action_needed"})
# Where a payment may go from where it stands; from a status that is not listed, nowhere.
STEPS: Mapping[str, frozenset[str]] = {
    "created": frozenset({
        *("action_needed", "processing", "authorised", "succeeded"),
        *("refused", "cancelled", "expired"),
    }),
    "action_needed": frozenset({
        "processing",
        "authorised",
        "succeeded",
        "refused",
        "cancelled",
        "expired",
    }),
    "processing": frozenset({"authorised", "succeeded", "refused"}),
    "authorised": frozenset({"cancelled"}),
}


@dataclass(frozen=True)
class Payment:
    """Amounts in minor units, instants in milliseconds; an empty text means none."""

    id: str
    position: int
    amount: int
    currency: str
    capture: str
    payee: str
    description: str
    return_url: str
    metadata: Mapping[str, str]
    language: str
    saved: str
    off_session: bool
    created: int
    expires: int
    status: str = "created"
    captured: int = 0
    captured_at: int = 0
    refunded: int = 0
    refunding: int = 0
    code: str = ""
    method: str = METHODS[0]

    def left(self) -> int:
        """What may still be refunded."""
        return self.captured - self.refunded - self.refunding

    def is_over(self, at: int) -> bool:
        """Whether nobody confirmed it in time."""
        return self.status in OPEN and at >= self.expires
