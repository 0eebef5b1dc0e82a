"""Between which instants a match counts."""

from datetime import datetime, timedelta

from colletta.campaigns.models import Campaign
from colletta.matching.models import Call, Terms


class WindowNeverOpens(ValueError):
    """The call's window and the campaign's have no instant in common."""


def window_of(terms: Terms, campaign: Campaign, call: Call | None) -> tuple[datetime, datetime]:
    """From the opening of the campaign, for n times 24 hours, clipped to its closing.

    A call bounds it too: nothing counts before the call opens or after it closes. Raises
    WindowNeverOpens.
    """
    begins, ends = campaign.opens_at, campaign.closes_at
    if call is not None:
        begins = max(begins, call.opens_at or begins)
        ends = min(ends, call.closes_at or ends)
    if terms.window_days:
        ends = min(ends, begins + timedelta(hours=24 * terms.window_days))
    if ends <= begins:
        raise WindowNeverOpens(campaign.slug)
    return begins, ends
