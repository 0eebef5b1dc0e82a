"""Money going back."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Refund:
    """A refund of a payment: pending, then succeeded or failed."""

    id: str
    position: int
    payment: str
    amount: int
    currency: str
    metadata: Mapping[str, str]
    created: int
    status: str = "pending"
    code: str = ""
