"""What matches do after gifts came or went, and after campaigns open, close, are called off."""

from django.db import connection

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.models import LIVE_MATCHES

# Every gift asks this.
IS_MATCHED = """
    SELECT EXISTS (SELECT FROM matching_match WHERE campaign_id = %s AND state = ANY (%s))
"""


def _campaign_of(fact: Fact) -> int:
    about, _, number = fact.about.partition(":")
    return int(number if about == "campaign" else fact.details["campaign"])


def has_a_live_match(fact: Fact) -> bool:
    """Most gifts go to campaigns that nobody matches."""
    with connection.cursor() as cursor:
        cursor.execute(IS_MATCHED, [_campaign_of(fact), list(LIVE_MATCHES)])
        (is_matched,) = cursor.fetchone()
    return bool(is_matched)


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
