"""What matches do after gifts came or went, and after campaigns open, close, are called off."""

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.models import LIVE_MATCHES, Match


def _campaign_of(fact: Fact) -> int:
    about, _, number = fact.about.partition(":")
    return int(number if about == "campaign" else fact.details["campaign"])


def has_a_live_match(fact: Fact) -> bool:
    """Most gifts go to campaigns that nobody matches."""
    live = Match.objects.filter(campaign=_campaign_of(fact), state__in=LIVE_MATCHES)
    return live.exists()


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
    wanted=has_a_live_match,
)
def look_at_the_matches(fact: Fact) -> None:
    """Every match of the campaign stands where it should."""
    evaluate_matches(campaign_id=_campaign_of(fact), at=now())
