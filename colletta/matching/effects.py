"""What a gift does under the matches of its campaign: the answer to `pledges.effects`.

Said from the state that each match has and from the books, never from a guess.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.campaigns.models import Campaign
from colletta.matching.models import LIVE_MATCHES, Gives, Match, MatchState
from colletta.matching.sentences import sentence_of, sum_of
from colletta.matching.standing import MatchStanding, standings_of
from colletta.money import Money
from colletta.pledges.effects import Effect, Standing, announce


class MatchEffects:
    """The matches' side of `pledges.effects.Effects`."""

    def of_a_gift(self, *, campaign: Campaign, standing: Standing) -> list[Effect]:
        """One effect for each match that gifts still move, in the order of the matches."""
        return [
            Effect(one.match.partner.name, sentences)
            for one in standings_of([campaign])[campaign.pk]
            if (sentences := _sentences(one, standing))
        ]

    def rules(self, *, campaign: Campaign) -> list[str]:
        """The rule of each match that gifts still move, in their order."""
        live = Match.objects.filter(campaign=campaign, state__in=LIVE_MATCHES)
        matches = list(live.select_related("partner").order_by("position"))
        for match in matches:
            match.campaign = campaign
        return [sentence_of(match) for match in matches]


def _sentences(one: MatchStanding, standing: Standing) -> tuple[str, ...]:
    match = one.match
    window_is_over = match.ends_first and standing.at > match.closes_at
    if one.state in (MatchState.OFFERED, MatchState.LOCKED) and not window_is_over:
        return (sentence_of(match), *_toward(one))
    return _beyond(one) if one.state == MatchState.UNLOCKED else ()


def _toward(one: MatchStanding) -> tuple[str, ...]:
    """What is still lacking to the match, which the gift brings nearer."""
    if one.lacking.minor:
        words = {"lacking": sum_of(one.lacking)}
        return (_("%(lacking)s more is needed: your gift counts toward it.") % words,)
    if one.lacking_people:
        told = ngettext(
            "The sum is there; %(n)s more person must give.",
            "The sum is there; %(n)s more people must give.",
            one.lacking_people,
        )
        return (told % {"n": one.lacking_people},)
    return ()


def _beyond(one: MatchStanding) -> tuple[str, ...]:
    """People gave enough: what the partner adds now, and that it lasts while enough stays."""
    match = one.match
    words = {"partner": match.partner.name, "adds": sum_of(one.adds)}
    now = _("Enough has been given: %(partner)s adds %(adds)s.") % words
    if not match.threshold.minor:
        now = _("%(partner)s adds %(adds)s to what has been given so far.") % words
    told = [now, *_protects(one)]
    if match.gives == Gives.GAP_TO_TARGET and one.adds.minor:
        told.append(_("What you give takes the place of as much money of the partner."))
    if match.gives == Gives.RATIO:
        told.append(sentence_of(match))
    return tuple(told)


def _protects(one: MatchStanding) -> list[str]:
    match = one.match
    if not match.threshold.minor or one.crowd is None:
        return []
    above = one.crowd.counted - match.threshold.minor
    if above < 0:
        return [_below(match, -above)]
    if not above:
        return [_("Not a cent more than that: your gift protects the match if one goes back.")]
    margin = {"above": sum_of(Money(above, match.campaign.currency))}
    return [
        _("That is %(above)s above what it takes: your gift protects the match if one goes back.")
        % margin
    ]


def _below(match: Match, minor: int) -> str:
    words = {"lacking": sum_of(Money(minor, match.campaign.currency))}
    return _("Gifts went back: %(lacking)s are needed again, or the match is lost.") % words


announce(MatchEffects())
