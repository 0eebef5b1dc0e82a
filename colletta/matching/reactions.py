"""What matches do after gifts came or went, and after campaigns open, close, are called off."""

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.matching.actions.evaluate_matches import evaluate_matches


@reacts_to(
    "pledge.confirmed",
    "pledge.promised",
    "pledge.refunded",
    "pledge.dropped",
    "pledge.withdrawn",
    "campaign.loaded",
    "campaign.opened",
    "campaign.closed",
    "campaign.cancelled",
    "match.offered",
)
def look_at_the_matches(fact: Fact) -> None:
    """Every match of the campaign stands where it should."""
    about, _, number = fact.about.partition(":")
    campaign_id = number if about == "campaign" else fact.details["campaign"]
    evaluate_matches(campaign_id=int(campaign_id), at=now())
