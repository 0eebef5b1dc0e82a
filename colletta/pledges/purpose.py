"""What pledges do when something happens to their payment."""

from datetime import datetime

from colletta.payments.models import Payment
from colletta.payments.purposes import announce
from colletta.pledges.actions.confirm_pledge import confirm_pledge
from colletta.pledges.actions.drop_pledge import drop_pledge
from colletta.pledges.actions.promise_pledge import promise_pledge
from colletta.pledges.models import Pledge
from colletta.pledges.window import hold_campaign_of


class PledgePurpose:
    """The pledge's side of `payments.purposes.Purpose`."""

    def lock(self, *, purpose_id: int) -> None:
        """Lock the pledge, after its campaign's row is held against a closing."""
        hold_campaign_of(purpose_id)
        Pledge.objects.select_for_update(of=("self",)).only("pk").get(pk=purpose_id)

    def authorised(self, *, payment: Payment, at: datetime) -> None:
        """The pledge is promised."""
        promise_pledge(pledge_id=payment.purpose_id, at=at)

    def captured(self, *, payment: Payment, at: datetime) -> None:
        """The pledge is a gift, booked."""
        confirm_pledge(payment=payment, at=at)

    def cancelled(self, *, payment: Payment, at: datetime) -> None:
        """A promise is dropped; a pending pledge stays open for another payment."""
        drop_pledge(pledge_id=payment.purpose_id, at=at)


announce("pledge", PledgePurpose())
