"""A match as a rule makes it for one campaign, before it is written."""

from django.db.models import Max

from colletta.campaigns.models import Campaign
from colletta.matching.models import Match, Rule
from colletta.matching.reckoning import most
from colletta.matching.windows import window_of


def match_under(rule: Rule, campaign: Campaign, *, call_name: str = "") -> Match:
    """The match, not written yet, of a campaign whose row is locked, under a version of a rule.

    Raises WindowNeverOpens.
    """
    call = rule.call
    opens_at, closes_at = window_of(rule, campaign, None if call.private else call)
    last = Match.objects.filter(campaign=campaign).aggregate(last=Max("position"))["last"]
    return Match(
        campaign=campaign,
        partner=call.partner,
        call=call,
        call_name=call_name or call.slug or "",
        rule_version=rule.version,
        position=(last or 0) + 1,
        opens_at=opens_at,
        closes_at=closes_at,
        reserved_minor=most(rule, campaign.target_minor),
        **rule.copied_terms(),
    )
