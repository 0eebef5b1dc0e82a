"""A call as a board of bars: its pool, and where each of its campaigns stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign
from colletta.campaigns.models.campaign import Telling
from colletta.matching.models import LIVE_MATCHES, Call, Gives, MatchState
from colletta.matching.standing import MatchStanding, standings_of
from colletta.money import Money
from colletta.money.splitting import percent_of
from colletta.pages.calls.lacking import lacking_in_words
from colletta.ui.templatetags.ui import page_language

SOON = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """One part of the pool: what it is, how much, how much of the pool in percent."""

    kind: str
    word: str
    amount: Money
    start: int
    length: int


@dataclass(frozen=True, kw_only=True)
class Row:
    """One campaign under the call."""

    campaign: Campaign
    text: Telling
    standing: MatchStanding
    state: str
    needs_help: bool
    lacking: str

    @property
    def percent(self) -> int:
        """How far people are toward the threshold, at most 100."""
        threshold, crowd = self.standing.match.threshold, self.standing.crowd
        if crowd is None or not threshold.minor or not self.standing.lacking.minor:
            return 100
        return percent_of(Money(crowd.counted, threshold.currency), threshold)


@dataclass(frozen=True, kw_only=True)
class Board:
    """What a partner looks at in the morning, and everybody on the call's page."""

    stretches: tuple[Stretch, ...]
    rows: tuple[Row, ...]

    @property
    def urgent(self) -> list[Row]:
        """Campaigns that need help, the nearest deadline first."""
        needing = [row for row in self.rows if row.needs_help]
        return sorted(needing, key=lambda row: row.standing.match.closes_at)


def board_of(call: Call, *, at: datetime) -> Board:
    """The board of this moment. The number of queries does not grow with the campaigns."""
    campaigns = list(Campaign.objects.filter(matches__call=call).with_telling().distinct())
    found = standings_of(campaigns)
    rows = [
        _row(campaign, one, at=at)
        for campaign in campaigns
        for one in found[campaign.pk]
        if one.match.call_id == call.pk
    ]
    rows.sort(key=lambda row: (not row.needs_help, row.standing.match.closes_at, row.campaign.pk))
    return Board(stretches=_stretches(call, rows), rows=tuple(rows))


def word_of(state: MatchState) -> str:
    """A state in a word."""
    return {
        MatchState.OFFERED: _("Waits for the opening"),
        MatchState.LOCKED: _("Not reached yet"),
        MatchState.UNLOCKED: _("Reached"),
        MatchState.CONFIRMED: _("Fixed, not paid yet"),
        MatchState.PAID: _("Paid"),
        MatchState.MISSED: _("Missed"),
        MatchState.WITHDRAWN: _("Withdrawn"),
    }[state]


def _row(campaign: Campaign, one: MatchStanding, *, at: datetime) -> Row:
    return Row(
        campaign=campaign,
        text=campaign.text_in(page_language()),
        standing=one,
        state=word_of(one.state),
        needs_help=_needs_help(one, at=at),
        lacking=lacking_in_words(one, at=at),
    )


def _needs_help(one: MatchStanding, *, at: datetime) -> bool:
    """It fell below its threshold again, or little time is left and something is lacking."""
    lacks = bool(one.lacking.minor or one.lacking_people)
    if one.match.gives == Gives.QUADRATIC or one.state not in LIVE_MATCHES or not lacks:
        return False
    return one.state == MatchState.UNLOCKED or one.match.closes_at - at <= SOON


def _stretches(call: Call, rows: Sequence[Row]) -> tuple[Stretch, ...]:
    sums = dict.fromkeys(("paid", "unlocked", "risk", "reserved"), 0)
    for row in rows:
        kind, minor = _part(row)
        sums[kind] += minor
    sums["reserved"] += call.reserved_minor - sum(sums.values())
    sums["free"] = call.pool_minor - call.reserved_minor
    words = {
        "paid": _("Paid"),
        "unlocked": _("Reached, to be paid"),
        "risk": _("At risk"),
        "reserved": _("Reserved"),
        "free": _("Free"),
    }
    stretches, start = list[Stretch](), 0
    for kind, minor in sums.items():
        amount = Money(minor, call.currency)
        length = percent_of(amount, call.pool) if call.pool_minor else 0
        one = Stretch(kind=kind, word=words[kind], amount=amount, start=start, length=length)
        stretches.append(one)
        start += length
    return tuple(stretches)


def _part(row: Row) -> tuple[str, int]:
    one, match = row.standing, row.standing.match
    if one.state == MatchState.PAID:
        return "paid", match.reserved_minor
    if one.state == MatchState.CONFIRMED:
        return "unlocked", match.reserved_minor
    if row.needs_help:
        return "risk", match.reserved_minor
    return ("unlocked", one.adds.minor) if one.state == MatchState.UNLOCKED else ("reserved", 0)
