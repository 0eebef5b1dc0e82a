"""One gift, by the actions that a card payment goes through."""

from collections.abc import Sequence

from colletta.history.clock import now
from colletta.money import Money
from colletta.payments.actions.capture_payment import capture_payment
from colletta.pledges.actions.make_pledge import make_pledge


def give(campaigns: Sequence[int], number: int) -> None:
    """A pledge is made, its payment captured, its money booked; each commits."""
    _, payment = make_pledge(
        campaign_id=campaigns[number % len(campaigns)],
        amount=Money(2000, "EUR"),
        name="Bruno",
        email=f"bruno{number}@posta.example",
        method="card",
        provider="recorded",
    )
    capture_payment(payment_id=payment.pk, at=now())
