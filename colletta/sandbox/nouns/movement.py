"""Movements of money, with the totals after each: what others compare their books with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Totals:
    """Sums of one currency, in minor units."""

    captured: int = 0
    refunded: int = 0


@dataclass(frozen=True)
class Movement:
    """Money that came (capture) or went back (refund)."""

    number: int
    at: int
    kind: str
    payment: str
    refund: str
    amount: int
    currency: str
    reference: str
    totals: Totals
