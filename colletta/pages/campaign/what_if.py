"""What a gift would do on a campaign with matches, for a few sums, by the rule itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from colletta.campaigns.models import State
from colletta.figures import CampaignFigures
from colletta.matching.models import Gives, MatchState
from colletta.matching.reckoning import Crowd, adds, lacking_of
from colletta.matching.standing import MatchStanding
from colletta.money import Money, exponent_of, format_money
from colletta.pages.campaign.plan import PlannedLine
from colletta.pages.percent import percent
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language

USUAL = (5, 10, 20, 50, 100, 200, 500)  # major units
MOST = 9
MOVED = (MatchState.LOCKED, MatchState.UNLOCKED)


@dataclass(frozen=True)
class Outcome:
    """Where the campaign would stand after one gift of a new supporter.

    `people` and `together` are shares of the target in words, `people_width` and `together_width`
    the same for a bar.
    """

    amount: Money
    people: str
    together: str
    people_width: str
    together_width: str
    sentences: tuple[str, ...]


def what_if_of(figures: CampaignFigures, budget: Sequence[PlannedLine]) -> list[Outcome]:
    """An outcome for each sum, the smallest first; none where no gift moves a match."""
    if figures.state != State.LIVE or not any(_moves(one) for one in figures.matches):
        return []
    return [_outcome(figures, budget, minor) for minor in _sums(figures)]


def _moves(one: MatchStanding) -> bool:
    """Whether a gift moves it by itself; a quadratic one hangs on all of its call."""
    return one.state in MOVED and one.match.gives != Gives.QUADRATIC


def _sums(figures: CampaignFigures) -> list[int]:
    """The usual sums, and those that reach a threshold or the target if they are not far."""
    unit = 10 ** exponent_of(figures.currency)
    usual = [unit * amount for amount in USUAL]
    moved = [one.lacking.minor for one in figures.matches if _moves(one)]
    near = {minor for minor in (*moved, figures.missing.minor) if 0 < minor <= 2 * usual[-1]}
    reaching = sorted(near)[:MOST]
    others = [minor for minor in usual if minor not in near]
    # Where there are too many, the largest say most.
    return sorted([*reaching, *others[max(0, len(others) + len(reaching) - MOST) :]])


def _outcome(figures: CampaignFigures, budget: Sequence[PlannedLine], minor: int) -> Outcome:
    given = figures.headline.minor + minor
    added, told = 0, []
    for one in figures.matches:
        more, sentence = _of_match(one, minor, earlier=added, target=figures.target.minor)
        added += more
        told.append(sentence)
    told += _paid_for(budget, figures.headline.minor + figures.added.minor, given + added)
    target = figures.target.minor
    return Outcome(
        amount=Money(minor, figures.currency),
        people=percent(100 * given // target),
        together=percent(100 * (given + added) // target),
        people_width=f"{min(100, 100 * given // target)}%",
        together_width=f"{min(100, 100 * (given + added) // target)}%",
        sentences=tuple(sentence for sentence in told if sentence),
    )


def _of_match(one: MatchStanding, minor: int, *, earlier: int, target: int) -> tuple[int, str]:
    """What the match adds after the gift, and what is to be said of it."""
    if one.crowd is None or not _moves(one):
        return one.adds.minor, ""
    match, crowd = one.match, _with(one.crowd, minor, one.match.cap_per_gift_minor)
    lacking = lacking_of(match, target, crowd)
    words = {"partner": match.partner.name}
    if one.state == MatchState.LOCKED and lacking:
        if not lacking.minor:
            return 0, _("the sum for %(partner)s is there, people are lacking") % words
        words["sum"] = _sum(lacking.minor, match.campaign.currency)
        return 0, _("%(sum)s lacking for %(partner)s") % words
    added = adds(match, target, crowd, earlier=earlier)
    words["sum"] = _sum(added, match.campaign.currency)
    if one.state == MatchState.LOCKED:
        return added, _("%(partner)s is unlocked and adds %(sum)s") % words
    return added, _("%(partner)s adds %(sum)s") % words


def _with(crowd: Crowd, minor: int, cap: int | None) -> Crowd:
    """The crowd with one more person."""
    return replace(
        crowd,
        given=crowd.given + minor,
        counted=crowd.counted + minor,
        people=crowd.people + 1,
        matchable=crowd.matchable + (minor if cap is None else min(minor, cap)),
    )


def _paid_for(budget: Sequence[PlannedLine], before: int, after: int) -> Iterable[str]:
    """The budget lines that the gift would bring within what is there, in their order."""
    end = 0
    for planned in budget:
        if planned.amount is None:
            return
        end += planned.amount.minor
        if before < end <= after:
            names = planned.line.names
            original = planned.line.campaign.language
            name = tell(names, language=page_language(), original=original).text
            yield _("%(line)s is paid for") % {"line": name}


def _sum(minor: int, currency: str) -> str:
    return format_money(Money(minor, currency), page_language(), trim=True)
