"""What campaigns of this site were given, as a rule that is tried out would see it."""

from datetime import timedelta

from colletta.campaigns.models import Campaign
from colletta.matching.crossing import gifts_that_count
from colletta.matching.crowd import stands_of
from colletta.matching.models import Match, Terms
from colletta.matching.simulation import Course


def course_of(campaign: Campaign, terms: Terms, *, name: str) -> Course:
    """The gifts of a campaign that would count under the rule, without those of its own team."""
    closes_at = campaign.closes_at
    if terms.window_days:
        window = timedelta(hours=24 * terms.window_days)
        closes_at = min(closes_at, campaign.opens_at + window)
    # Never written: it carries the rule to where exclusions are found.
    match = Match(
        campaign=campaign,
        opens_at=campaign.opens_at,
        closes_at=closes_at,
        **terms.copied_terms(),
    )
    gifts = tuple(gifts_that_count(match))
    given = stands_of([campaign])[campaign.pk].given
    return Course(
        name=name,
        target=campaign.target_minor,
        opens_at=campaign.opens_at,
        gifts=gifts,
        uncounted=max(0, given - sum(gift.minor for gift in gifts)),
    )
