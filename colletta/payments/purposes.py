"""What a payment is for.

Another room owns each purpose and does its part in the payment's own transaction.
"""

from datetime import datetime
from typing import Protocol

from django.core.checks import CheckMessage, Error, register

from colletta.money import Money
from colletta.payments.models import Payment

PURPOSES = ("pledge",)


class PromiseIsLate(Exception):
    """The owner can hold no promise any more: the authorisation is to be given back."""


class Purpose(Protocol):
    """What the owner of a purpose does when something happens to its payment."""

    def lock(self, *, purpose_id: int) -> None:
        """Lock the owner's row; called before the payment's own row is locked (rule R6)."""

    def authorised(self, *, payment: Payment, at: datetime) -> None:
        """The money is promised with strong authentication, to be taken later.

        Raises PromiseIsLate.
        """

    def captured(self, *, payment: Payment, at: datetime) -> None:
        """The money arrived. What the owner cannot take it holds as unclaimed."""

    def refunded(self, *, payment: Payment, amount: Money, at: datetime) -> None:
        """So much more of the money went back; the payment's row says how much in all."""

    def moved(self, *, payment: Payment, at: datetime) -> None:
        """The money is on its way, or no longer, without having arrived."""

    def cancelled(self, *, payment: Payment, at: datetime) -> None:
        """The money will not be taken."""


_implementers: dict[str, Purpose] = {}


def announce(name: str, implementer: Purpose) -> None:
    """Say who implements a purpose; called where the room that owns it is loaded."""
    assert name in PURPOSES, f"'{name}' is no purpose"
    _implementers[name] = implementer


def purpose_of(payment: Payment) -> Purpose:
    """Who implements the purpose of a payment."""
    return purpose_named(payment.purpose)


def purpose_named(name: str) -> Purpose:
    """Who implements a purpose."""
    return _implementers[name]


@register
def every_purpose_has_an_implementer(**_: object) -> list[CheckMessage]:
    """A system check: start-up fails if money could arrive that nobody books."""
    return [
        Error(f"No room implements the payment purpose '{name}'.", id="payments.E001")
        for name in PURPOSES
        if name not in _implementers
    ]
