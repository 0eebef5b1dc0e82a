"""What keeps a campaign from applying to a call."""

from datetime import datetime
from enum import StrEnum

from colletta.campaigns.models import Campaign, State
from colletta.matching.models import Call, CallState
from colletta.matching.reckoning import threshold_of
from colletta.matching.windows import WindowNeverOpens, window_of

# A campaign that was reviewed and whose gifts are still to come.
MAY_APPLY = (State.APPROVED, State.SCHEDULED, State.LIVE)


class Obstacle(StrEnum):
    """Why a campaign cannot apply."""

    CALL_IS_NOT_OPEN = "call-is-not-open"
    CAMPAIGN_IS_NOT_READY = "campaign-is-not-ready"
    PARTNER_IS_THE_OWNER = "partner-is-the-owner"
    OTHER_CURRENCY = "other-currency"
    THRESHOLD_ABOVE_TARGET = "threshold-above-target"
    WINDOW_NEVER_OPENS = "window-never-opens"
    APPLIED_ALREADY = "applied-already"
    NO_SUCH_DOCUMENT = "no-such-document"


def obstacle_of(call: Call, campaign: Campaign, *, at: datetime) -> Obstacle | None:
    """What keeps a campaign from applying now, if anything does: the first thing alone."""
    owner, target = campaign.owner_organisation_id, campaign.target_minor
    ready = campaign.state in MAY_APPLY and campaign.closes_at > at
    checks = {
        Obstacle.CALL_IS_NOT_OPEN: not takes_campaigns(call, at=at),
        Obstacle.CAMPAIGN_IS_NOT_READY: not ready,
        Obstacle.PARTNER_IS_THE_OWNER: owner is not None and owner == call.partner.organisation_id,
        Obstacle.OTHER_CURRENCY: campaign.currency != call.currency,
        Obstacle.THRESHOLD_ABOVE_TARGET: threshold_of(call.rule, target) > target,
        Obstacle.WINDOW_NEVER_OPENS: _never_opens(call, campaign),
    }
    return next((obstacle for obstacle, stands in checks.items() if stands), None)


def takes_campaigns(call: Call, *, at: datetime) -> bool:
    """Whether a campaign can still come under the call."""
    return call.state == CallState.OPEN and (call.closes_at is None or at < call.closes_at)


def _never_opens(call: Call, campaign: Campaign) -> bool:
    try:
        window_of(call.rule, campaign, call)
    except WindowNeverOpens:
        return True
    return False
