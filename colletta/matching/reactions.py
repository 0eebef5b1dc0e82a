"""What matches do after gifts came or went, and after campaigns open, close, are called off."""

from django.db import connection, transaction

from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.letters import tell_the_campaign, tell_the_partner
from colletta.matching.models import LIVE_MATCHES, Application, Gives, Match, MatchState

# Every gift asks this.
IS_MATCHED = """
    SELECT EXISTS (SELECT FROM matching_match WHERE campaign_id = %s AND state = ANY (%s))
"""


def _campaign_of(fact: Fact) -> int:
    """The campaign that a fact names; 0, which none has, where it names none."""
    about, _, number = fact.about.partition(":")
    return int(number if about == "campaign" else fact.details.get("campaign", 0))


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
    """Every match of the campaign stands where it should.

    In a quadratic call what one campaign is given changes what all of them would get.
    """
    campaign_id = _campaign_of(fact)
    evaluate_matches(campaign_id=campaign_id, at=now())
    sharing = Match.objects.filter(campaign=campaign_id, gives=Gives.QUADRATIC)
    for call_id in sharing.filter(state=MatchState.LOCKED).values_list("call", flat=True):
        record("call.estimated", about=f"call:{call_id}", details={"call": call_id})


@reacts_to("application.made")
@transaction.atomic
def write_to_the_partner(fact: Fact) -> None:
    """An application arrived."""
    tell_the_partner(_application_of(fact))


@reacts_to("application.admitted", "application.declined")
@transaction.atomic
def write_to_whoever_applied(fact: Fact) -> None:
    """The partner decided."""
    tell_the_campaign(_application_of(fact), fact.kind.partition(".")[2])


def _application_of(fact: Fact) -> Application:
    made = Application.objects.select_related("call__partner__organisation", "campaign", "made_by")
    return made.get(pk=int(fact.about.partition(":")[2]))
