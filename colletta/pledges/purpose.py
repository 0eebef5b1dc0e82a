"""What pledges do when something happens to their payment."""

from datetime import datetime

from colletta.history.actions.record import record
from colletta.limits.actions.count_failure import count_failure
from colletta.limits.actions.count_success import count_success
from colletta.money import Money
from colletta.payments.models import Payment, Unclaimed
from colletta.payments.models import State as PaymentState
from colletta.payments.purposes import PromiseIsLate, announce
from colletta.pledges.actions.confirm_pledge import confirm_pledge
from colletta.pledges.actions.drop_pledge import drop_pledge
from colletta.pledges.actions.promise_pledge import promise_pledge
from colletta.pledges.actions.refund_pledge import refund_pledge
from colletta.pledges.mails import write_promise, write_refusal
from colletta.pledges.models import Pledge, State
from colletta.pledges.tries import try_of
from colletta.pledges.window import CampaignIsNotOpen, lock_pledge


class PledgePurpose:
    """The pledge's side of `payments.purposes.Purpose`."""

    def lock(self, *, purpose_id: int) -> None:
        """Lock the pledge, after its campaign's row is held against a closing."""
        lock_pledge(purpose_id)

    def authorised(self, *, payment: Payment, at: datetime) -> None:
        """The pledge is promised, unless its campaign has closed or it was given up."""
        try:
            pledge = promise_pledge(pledge_id=payment.purpose_id, at=at)
        except CampaignIsNotOpen as late:
            raise PromiseIsLate(f"pledge:{payment.purpose_id}") from late
        if pledge.state != State.PROMISED:
            raise PromiseIsLate(f"{pledge} is {pledge.state}")
        write_promise(pledge=pledge, payment=payment)

    def captured(self, *, payment: Payment, at: datetime) -> None:
        """The pledge is a gift, booked; what it cannot take is held to be given back."""
        count_success(reference=try_of(payment))
        confirm_pledge(payment=payment, at=at)
        if Unclaimed.objects.filter(payment=payment).exists():
            self.moved(payment=payment, at=at)

    def refunded(self, *, payment: Payment, amount: Money, at: datetime) -> None:
        """The gift is that much smaller, in the books and on the page."""
        refund_pledge(payment=payment, amount=amount, at=at)

    def moved(self, *, payment: Payment, at: datetime) -> None:
        """The page of the campaign says so."""
        pledge = Pledge.objects.only("pk", "campaign_id").get(pk=payment.purpose_id)
        details = {"campaign": pledge.campaign_id}
        record("pledge.payment_moved", about=str(pledge), details=details, at=at)

    def cancelled(self, *, payment: Payment, at: datetime) -> None:
        """A promise is dropped; a pending pledge stays open for another payment.

        After a refusal its supporter, who may have left the site, gets the link to try again, and
        the gate before payments weighs it.
        """
        pledge = drop_pledge(pledge_id=payment.purpose_id, at=at)
        self.moved(payment=payment, at=at)
        if payment.state == PaymentState.REFUSED:
            count_failure(reference=try_of(payment))
            if pledge.state == State.PENDING:
                write_refusal(pledge=pledge, payment=payment)


announce("pledge", PledgePurpose())
