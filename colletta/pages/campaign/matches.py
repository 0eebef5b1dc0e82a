"""A match on the page of its campaign: who adds what, where it stands, what is lacking."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from colletta.matching.models import LIVE_MATCHES, Gives, Match, MatchState
from colletta.matching.sentences import sentence_of
from colletta.matching.standing import MatchStanding
from colletta.money import Money, format_money
from colletta.ui.languages import elided
from colletta.ui.templatetags.ui import day, page_language

GOOD = (MatchState.UNLOCKED, MatchState.CONFIRMED, MatchState.PAID)


@dataclass(frozen=True)
class MatchCard:
    """What the card of a match says: its state in a word, what that means in sentences.

    `steps` says what happened, oldest first, each with its instant.
    """

    match: Match
    rule: str
    state: str
    icon: str
    good: bool
    sentences: tuple[str, ...]
    steps: tuple[tuple[str, datetime], ...]


def match_card(one: MatchStanding) -> MatchCard:
    """The card of a match as it stands."""
    return MatchCard(
        match=one.match,
        rule=sentence_of(one.match),
        state=_waits_for_its_call() if _is_shared_later(one) else _state(one.state),
        icon=_icon(one.state),
        good=one.state in GOOD,
        sentences=_sentences(one),
        steps=_steps(one),
    )


def _icon(state: MatchState) -> str:
    if state in GOOD:
        return "check"
    return "clock" if state in LIVE_MATCHES else "close"


def _steps(one: MatchStanding) -> tuple[tuple[str, datetime], ...]:
    """That it was offered tells a supporter nothing: the list begins when gifts count."""
    in_order = one.steps_in_order()
    return tuple((_step(state), at) for state, at in in_order if state != MatchState.OFFERED)


def _step(state: MatchState) -> str:
    return _("Gifts began to count") if state == MatchState.LOCKED else _state(state)


def _is_shared_later(one: MatchStanding) -> bool:
    """Nobody reaches a quadratic match: its call shares its pool out when it closes."""
    return one.match.gives == Gives.QUADRATIC and one.state == MatchState.LOCKED


def _waits_for_its_call() -> str:
    return pgettext("match", "Until the call closes")


def _estimate(one: MatchStanding) -> str:
    """What the campaign would get if the call closed now."""
    if not _is_shared_later(one) or one.lacking.minor or one.lacking_people:
        return ""
    words = {"sum": _sum(one.would_add)}
    if not one.would_add.minor:
        return _("As things stand it would add nothing: it takes gifts of several people.")
    return _("If the call closed now, it would add about %(sum)s.") % words


def _state(state: MatchState) -> str:
    return {
        MatchState.OFFERED: pgettext("match", "Offered"),
        MatchState.LOCKED: pgettext("match", "Not reached yet"),
        MatchState.UNLOCKED: pgettext("match", "Unlocked"),
        MatchState.CONFIRMED: pgettext("match", "Confirmed"),
        MatchState.PAID: pgettext("match", "Paid"),
        MatchState.MISSED: pgettext("match", "Missed"),
        MatchState.WITHDRAWN: pgettext("match", "Withdrawn"),
    }[state]


def _sentences(one: MatchStanding) -> tuple[str, ...]:
    words = {"partner": one.match.partner.name, "adds": _sum(one.adds)}
    if one.state == MatchState.LOCKED:
        return tuple(said for said in (_lacking(one), _estimate(one), _until(one)) if said)
    if one.state == MatchState.UNLOCKED:
        return (_("%(partner)s adds %(adds)s now.") % words, *_margin(one))
    return (_settled(one.state) % words,)


def _settled(state: MatchState) -> str:
    """What gifts do not move: not yet, or no longer."""
    return {
        MatchState.OFFERED: _("It begins when the campaign opens."),
        MatchState.CONFIRMED: _("%(partner)s adds %(adds)s: promised for good, not received yet."),
        MatchState.PAID: _("%(partner)s has paid %(adds)s to the project."),
        MatchState.MISSED: _("It did not come about: less was given than it takes."),
        MatchState.WITHDRAWN: _("It was given up, and adds nothing."),
    }[state]


def _lacking(one: MatchStanding) -> str:
    people = ngettext("%(n)s person", "%(n)s people", one.lacking_people)
    words = {"sum": _sum(one.lacking), "people": people % {"n": one.lacking_people}}
    if one.lacking.minor and one.lacking_people:
        return _("%(sum)s more is needed, and the gifts of %(people)s more.") % words
    if one.lacking_people:
        told = ngettext(
            "The sum is there; %(n)s more person must give.",
            "The sum is there; %(n)s more people must give.",
            one.lacking_people,
        )
        return told % {"n": one.lacking_people}
    return _("%(sum)s more is needed.") % words if one.lacking.minor else ""


def _until(one: MatchStanding) -> str:
    """The last day, where it comes before the campaign's own."""
    match = one.match
    words = {"last": day(match.closes_at, match.campaign.timezone)}
    return elided(_("It counts what is given until %(last)s.") % words) if match.ends_first else ""


def _margin(one: MatchStanding) -> tuple[str, ...]:
    """How far it is from being lost: true, and a reason to give."""
    if one.crowd is None or not one.match.threshold.minor:
        return ()
    above = one.crowd.counted - one.match.threshold.minor
    words = {"sum": _sum(Money(abs(above), one.match.campaign.currency))}
    if above < 0:
        return (_("Gifts went back: %(sum)s are needed again, or it is lost.") % words,)
    if one.match.gives == "gap-to-target" and not one.adds.minor:
        return ()
    if not above:
        return (_("Not a cent more than it takes: each further gift protects it."),)
    return (_("People are %(sum)s above what it takes; each further gift protects it.") % words,)


def _sum(amount: Money) -> str:
    return format_money(amount, page_language(), trim=True)
