"""The layered bar tells the truth about each layer."""

from datetime import UTC, datetime

import pytest

from colletta.campaigns.models import State, Type
from colletta.figures import CampaignFigures
from colletta.pages.bar import bar_of
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
