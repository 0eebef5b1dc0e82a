"""The course of a campaign that began elsewhere: opened, given to, closed, by the usual actions."""

from collections.abc import Callable, Sequence
from datetime import datetime

from colletta.campaigns.models import Campaign, State, Type
from colletta.folders.contents import CampaignFolder, Gift
from colletta.folders.reading.states import BEFORE_OPENING
from colletta.payments.actions.authorise_payment import authorise_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.pledges.actions.make_pledge import make_pledge
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.open_campaign import open_campaign
from colletta.settlement.actions.schedule_campaign import schedule_campaign

Report = Callable[[str], None]
# The provider whose money moved before we knew of it.
RECORDED = "recorded"
REPORT_EVERY = 500


def run_course(
    campaign: Campaign, folder: CampaignFolder, *, now: datetime, report: Report
) -> None:
    """The campaign is in the state that its folder names, with every gift booked at its time.

    The campaign's row still closes in the future here, so that the guard of its window lets the
    gifts in; its real closing is set before anything is closed.
    """
    state, opens_at = folder.terms.state, folder.terms.opens_at
    if opens_at <= now and state not in BEFORE_OPENING:
        open_campaign(campaign_id=campaign.pk, at=opens_at)
        take_gifts(campaign, folder.gifts, report)
    elif state in {State.SCHEDULED, State.CANCELLED}:
        schedule_campaign(campaign_id=campaign.pk)
    closes_at = folder.terms.closes_at
    Campaign.objects.filter(pk=campaign.pk).update(closes_at=closes_at)
    if state == State.ENDED:
        close_campaign(campaign_id=campaign.pk, at=closes_at)
    elif state == State.CANCELLED:
        cancel_campaign(
            campaign_id=campaign.pk,
            at=folder.terms.cancelled_at or min(now, closes_at),
            reason=folder.terms.cancelled_because,
        )


def take_gifts(campaign: Campaign, gifts: Sequence[Gift], report: Report) -> None:
    """Every gift is a pledge with its payment; all or nothing holds promises until the closing."""
    promises = campaign.type == Type.ALL_OR_NOTHING
    done = "promises taken" if promises else "gifts booked"
    for count, gift in enumerate(gifts, start=1):
        take_gift(campaign, gift, promise=promises)
        if count % REPORT_EVERY == 0 and count < len(gifts):
            report(f"{count} of {len(gifts)} {done}")
    if gifts:
        report(f"{len(gifts)} {done}")


def take_gift(campaign: Campaign, gift: Gift, *, promise: bool) -> None:
    """One pledge, and its payment captured, or authorised until the closing."""
    _pledge, payment = make_pledge(
        campaign_id=campaign.pk,
        amount=gift.amount,
        name=gift.name,
        email=gift.email,
        method=gift.method,
        provider=RECORDED,
        show_name=gift.show_name,
        show_amount=gift.show_amount,
        message=gift.message,
        made_at=gift.at,
    )
    arrive = authorise_payment if promise else capture_payment
    arrive(payment_id=payment.pk, at=gift.at)
