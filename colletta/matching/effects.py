"""What a gift does under the matches of its campaign: the answer to `pledges.effects`.

A match has a rule and no states yet, so only what follows from the rule and the books is said; of
one whose window is over nothing is, for whether it was reached in time is not known here.
"""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.campaigns.models import Campaign
from colletta.matching.models import Gives, Match
from colletta.matching.sentences import sentence_of, sum_of
from colletta.money import Money
from colletta.pledges.effects import Effect, Standing, announce


class MatchEffects:
    """The matches' side of `pledges.effects.Effects`."""

    def of_a_gift(self, *, campaign: Campaign, standing: Standing) -> list[Effect]:
        """One effect for each match whose window is open, in the order of the matches."""
        matches = list(Match.objects.filter(campaign=campaign).select_related("partner"))
        for match in matches:
            match.campaign = campaign
        return [
            Effect(one.partner.name, _sentences(one, standing))
            for one in matches
            if _window_is_open(one, standing)
        ]


def _window_is_open(match: Match, standing: Standing) -> bool:
    if not match.window_days:
        return True
    return standing.at < match.campaign.opens_at + timedelta(days=match.window_days)


def _sentences(match: Match, standing: Standing) -> tuple[str, ...]:
    lacking = match.threshold.minor - standing.headline.minor
    people = match.minimum_supporters - standing.supporters
    if lacking > 0:
        return (sentence_of(match), _toward(match, lacking))
    if people > 0:
        words = ngettext(
            "The sum is there; %(n)s more person must give.",
            "The sum is there; %(n)s more people must give.",
            people,
        )
        return (sentence_of(match), words % {"n": people})
    return _beyond(match, standing, -lacking)


def _toward(match: Match, lacking: int) -> str:
    words = {"lacking": sum_of(Money(lacking, match.campaign.currency))}
    return _("%(lacking)s are missing to that: your gift counts toward it.") % words


def _beyond(match: Match, standing: Standing, above: int) -> tuple[str, ...]:
    """People gave enough: what the partner adds now, and that it lasts while enough stays."""
    adds = Money(_adds(match, standing), match.campaign.currency)
    words = {"partner": match.partner.name, "adds": sum_of(adds)}
    now = _("Enough has been given: %(partner)s adds %(adds)s.") % words
    if not match.threshold.minor:
        now = _("%(partner)s adds %(adds)s to what has been given so far.") % words
    told = [now, *_protects(match, above)]
    if match.gives == Gives.GAP_TO_TARGET and adds.minor:
        told.append(_("What you give takes the place of as much money of the partner."))
    if match.gives == Gives.RATIO:
        told.append(sentence_of(match))
    return tuple(told)


def _protects(match: Match, above: int) -> list[str]:
    if not match.threshold.minor:
        return []
    margin = {"above": sum_of(Money(above, match.campaign.currency))}
    if not above:
        return [_("Not a cent more than that: your gift protects the match if one goes back.")]
    return [
        _("That is %(above)s above what it takes: your gift protects the match if one goes back.")
        % margin
    ]


def _adds(match: Match, standing: Standing) -> int:
    """Minor units that the partner adds where the threshold is met, before any other match."""
    given, target = standing.headline.minor, match.campaign.target_minor
    if match.gives == Gives.FLAT:
        adds = match.amount_minor or 0
    elif match.gives == Gives.SHARE_OF_TARGET:
        adds = target * (match.share or 0) // 10_000
    elif match.gives == Gives.RATIO:
        adds = given * (match.ratio or 0) // 10_000
    else:
        adds = max(0, target - given)
    return adds if match.cap_minor is None else min(adds, match.cap_minor)


announce(MatchEffects())
