"""Whether this very gift brought a match over its threshold."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from colletta.matching.models import MatchState
from colletta.matching.standing import MatchStanding
from colletta.money import format_money
from colletta.pledges.models import Pledge
from colletta.ui.templatetags.ui import page_language


def crossed_by(pledge: Pledge, matches: Iterable[MatchStanding]) -> list[str]:
    """A sentence for each match that the pledge unlocked: its instant is that of the unlocking.

    The step itself is written by the worker a moment after the gift; until then the page says that
    what it takes is there.
    """
    came_at = pledge.made_at if pledge.campaign.all_or_nothing else pledge.confirmed_at
    return [
        said
        for one in matches
        if (said := _of_step(one) if one.steps.get(MatchState.UNLOCKED) == came_at else _soon(one))
    ]


def _of_step(one: MatchStanding) -> str:
    if one.state != MatchState.UNLOCKED:
        return ""
    words = {
        "partner": one.match.partner.name,
        "sum": format_money(one.adds, page_language(), trim=True),
    }
    return _("Your gift unlocked it: %(partner)s now adds %(sum)s.") % words


def _soon(one: MatchStanding) -> str:
    waits = one.state == MatchState.LOCKED and one.crowd is not None
    if not waits or one.lacking.minor or one.lacking_people or not one.match.threshold.minor:
        return ""
    return _("All it takes for %(partner)s is there: the match opens in a moment.") % {
        "partner": one.match.partner.name
    }
