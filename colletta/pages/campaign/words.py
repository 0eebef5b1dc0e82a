"""Where a campaign stands, in one sentence that is true."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.campaigns.models import State, Type
from colletta.figures import CampaignFigures
from colletta.money import Money, format_money
from colletta.pages.percent import percent
from colletta.ui.templatetags.ui import page_language

OVER = (State.ENDED, State.SETTLED)


class Ending(NamedTuple):
    """How a campaign stands that takes no gifts: a word for its card, a sentence for its page."""

    word: str
    sentence: str
    good: bool = False


def type_sentence(kind: Type) -> str:
    """What happens if the target is missed."""
    if kind == Type.ALL_OR_NOTHING:
        return _("Nobody is charged unless the target is reached by the closing.")
    return _("The money goes to the project even if the target is missed.")


def standing_of(figures: CampaignFigures) -> str:
    """How far an open campaign is."""
    words = {"missing": _sum(figures.missing), "headline": _sum(figures.headline)}
    if figures.headline.minor == 0:
        return _("Be the first to support this project.")
    if figures.missing.minor == 0 and figures.added.minor:
        return _("%(added)s: the target is reached.") % {"added": ", ".join(added_by(figures))}
    if figures.missing.minor == 0:
        return _("The target is reached, and every further gift goes to the project too.")
    if figures.type == Type.ALL_OR_NOTHING:
        return (
            _("%(headline)s is promised; %(missing)s more is needed to reach the target.") % words
        )
    return _("%(missing)s more is needed to reach the target.") % words


def added_by(figures: CampaignFigures) -> list[str]:
    """What each partner adds, one clause each."""
    return [
        _("%(partner)s adds %(added)s")
        % {"partner": one.match.partner.name, "added": _sum(one.adds)}
        for one in figures.matches
        if one.adds.minor
    ]


def shares_of(figures: CampaignFigures) -> str:
    """How much of the target people gave, and how much it is with what partners add; or nothing."""
    partners = [one.match.partner.name for one in figures.matches if one.adds.minor]
    if not partners:
        return ""
    return _("%(people)s from people, %(all)s with %(partners)s") % {
        "people": percent(figures.percent),
        "all": percent(figures.percent_with_matches),
        "partners": ", ".join(partners),
    }


def ending_of(figures: CampaignFigures) -> Ending | None:
    """How a campaign stands that is not open; None for one that is."""
    if figures.state == State.SCHEDULED:
        return Ending(_("Opening soon"), _("This campaign has not opened yet."))
    if figures.state == State.CLOSING:
        return Ending(_("Closing"), _("The time is up. The last payments are being counted."))
    if figures.state == State.SUSPENDED:
        return Ending(_("Paused"), _("This campaign is paused while we look into a question."))
    if figures.state == State.CANCELLED:
        return Ending(_("Cancelled"), _("This campaign was cancelled before its end."))
    return _end(figures) if figures.state in OVER else None


def _end(figures: CampaignFigures) -> Ending:
    people = ngettext("%(n)s person", "%(n)s people", figures.supporters)
    words = {
        "raised": _sum(figures.raised),
        "promised": _sum(figures.promised),
        "target": _sum(figures.target),
        "dropped": _sum(figures.dropped),
        "people": people % {"n": figures.supporters},
    }
    if figures.reached and figures.added.minor:
        words["added"] = ", ".join(added_by(figures))
        return Ending(
            _("Target reached"),
            _("The target was reached: %(people)s gave %(raised)s. %(added)s.") % words,
            good=True,
        )
    if figures.type == Type.KEEP_IT_ALL and figures.reached:
        return Ending(
            _("Target reached"),
            _("The target was reached: %(people)s gave %(raised)s.") % words,
            good=True,
        )
    if figures.type == Type.KEEP_IT_ALL:
        return Ending(
            _("Ended"),
            _("%(people)s gave %(raised)s of %(target)s. The project keeps what was given.")
            % words,
        )
    if not figures.reached:
        return Ending(
            _("Target missed"),
            _("%(promised)s of %(target)s were promised, so nobody was charged.") % words,
        )
    sentence = _("The target was reached: of %(promised)s promised, %(raised)s arrived.") % words
    return Ending(_("Target reached"), sentence, good=True)


def _sum(amount: Money) -> str:
    return format_money(amount, page_language(), trim=True)
