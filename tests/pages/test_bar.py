"""The layered bar tells the truth about each layer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from colletta.campaigns.models import Campaign, State, Type
from colletta.figures import CampaignFigures
from colletta.matching.models import Match
from colletta.matching.standing import MatchStanding
from colletta.pages.bar import bar_of, thresholds_of
from tests.cast import eur

AT = datetime(2026, 5, 1, tzinfo=UTC)


def test_raised_and_on_its_way_are_separate_layers() -> None:
    bar = bar_of(_figures(raised="3531.00", on_its_way="150.00"))
    assert [(one.kind, one.start, one.length) for one in bar.layers] == [
        ("raised", "0.0%", "50.4%"),
        ("coming", "50.4%", "2.1%"),
    ]


def test_promises_are_drawn_as_promises() -> None:
    bar = bar_of(_figures(promised="3500.00", kind=Type.ALL_OR_NOTHING))
    assert [(one.kind, one.length) for one in bar.layers] == [("promised", "50.0%")]


def test_past_the_target_the_bar_is_full_and_no_longer() -> None:
    bar = bar_of(_figures(raised="9000.00"))
    assert [one.length for one in bar.layers] == ["100.0%"]


@pytest.mark.parametrize(
    ("threshold", "place", "anchor"),
    [("3500.00", "50.0%", "middle"), ("700.00", "10.0%", "start"), ("6300.00", "90.0%", "end")],
)
def test_a_threshold_is_marked_and_its_label_stays_inside(
    threshold: str, place: str, anchor: str
) -> None:
    (mark,) = bar_of(_figures(), [eur(threshold)]).marks
    assert (mark.place, mark.anchor) == (place, anchor)


def test_a_threshold_of_nothing_has_no_mark() -> None:
    assert not bar_of(_figures(), [eur("0.00")]).marks


def test_what_a_partner_adds_follows_what_people_gave() -> None:
    figures = replace(_figures(raised="3531.00"), matches=(_standing("unlocked", "3469.00"),))
    assert [(one.kind, one.start, one.length) for one in bar_of(figures).layers] == [
        ("raised", "0.0%", "50.4%"),
        ("match", "50.4%", "49.5%"),
    ]
    assert thresholds_of(figures) == [eur("3500.00")]


def test_a_locked_match_waits_behind_its_threshold() -> None:
    figures = replace(_figures(raised="1000.00"), matches=(_standing("locked", "0.00"),))
    assert [(one.kind, one.start, one.length) for one in bar_of(figures).layers] == [
        ("raised", "0.0%", "14.2%"),
        ("locked", "50.0%", "50.0%"),
    ]


def _standing(state: str, adds: str) -> MatchStanding:
    campaign = Campaign(currency="EUR", target_minor=700_000)
    return MatchStanding(
        match=Match(campaign=campaign, threshold_minor=350_000, gives="gap-to-target", state=state),
        adds=eur(adds),
        would_add=eur("3500.00"),
        lacking=eur("0.00"),
        lacking_people=0,
        crowd=None,
        steps={},
    )


def _figures(
    *,
    raised: str = "0.00",
    on_its_way: str = "0.00",
    promised: str = "0.00",
    kind: Type = Type.KEEP_IT_ALL,
) -> CampaignFigures:
    return CampaignFigures(
        raised=eur(raised),
        promised=eur(promised),
        uncharged=eur(promised),
        on_its_way=eur(on_its_way),
        target=eur("7000.00"),
        supporters=1,
        type=kind,
        state=State.LIVE,
        reached=None,
        opens_at=AT,
        closes_at=AT,
    )
