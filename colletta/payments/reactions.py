"""What payments do after something happened to one of them."""

from colletta.history.models import Fact
from colletta.history.queue import defer
from colletta.history.subscriptions import reacts_to
from colletta.payments.jobs import take_back


@reacts_to("payment.given_up")
def take_back_at_the_provider(fact: Fact) -> None:
    """A payment that was given up here is cancelled where it is; the sweep does what is left."""
    defer(take_back, payment_id=int(fact.about.removeprefix("payment:")))
