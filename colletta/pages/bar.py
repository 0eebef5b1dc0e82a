"""The layered bar of a campaign as numbers that a drawing needs."""

from collections.abc import Iterator
from dataclasses import dataclass

from colletta.figures import CampaignFigures
from colletta.matching.models import LIVE_MATCHES
from colletta.money import Money

WHOLE = 1000


@dataclass(frozen=True)
class Layer:
    """One stretch of the bar: where it begins, how long it is, in percent as SVG writes them."""

    kind: str
    start: str
    length: str


@dataclass(frozen=True)
class Mark:
    """A threshold on the bar. Its label is anchored so that it stays inside."""

    amount: Money
    place: str
    anchor: str


@dataclass(frozen=True)
class Bar:
    """The layers from the left, the marks below them."""

    layers: tuple[Layer, ...]
    marks: tuple[Mark, ...]


def bar_of(figures: CampaignFigures, thresholds: list[Money] | None = None) -> Bar:
    """The bar of a campaign: its end is the target, or what people gave where that is more."""
    promised = figures.headline.minor - figures.raised.minor if figures.promised.minor else 0
    people = [
        ("raised", figures.raised.minor),
        ("promised", max(0, promised)),
        ("coming", figures.on_its_way.minor),
    ]
    whole = max(figures.target.minor, sum(minor for _, minor in people))
    layers, end = [], 0
    for kind, start, minor in [*_in_a_row(people), *_of_matches(figures)]:
        begin = max(start, end)
        length = min(minor, whole - begin)
        if length > 0:
            layers.append(Layer(kind, _percent(begin, whole), _percent(length, whole)))
            end = begin + length
    shown = [one for one in thresholds or [] if 0 < one.minor < whole]
    return Bar(tuple(layers), tuple(_mark(one, whole) for one in shown))


def thresholds_of(figures: CampaignFigures) -> list[Money]:
    """What people must give first, for the matches that gifts still move."""
    return [one.match.threshold for one in figures.matches if one.state in LIVE_MATCHES]


def _in_a_row(stretches: list[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    start = 0
    for kind, minor in stretches:
        yield kind, start, minor
        start += minor


def _of_matches(figures: CampaignFigures) -> Iterator[tuple[str, int, int]]:
    """What partners add comes after what people gave; while it is locked, after its threshold."""
    for one in figures.matches:
        if one.adds.minor:
            yield "match", 0, one.adds.minor
    for one in figures.matches:
        if one.state in LIVE_MATCHES and not one.adds.minor:
            yield "locked", one.match.threshold.minor, one.would_add.minor


def _mark(amount: Money, whole: int) -> Mark:
    place = WHOLE * amount.minor // whole
    anchor = "start" if place < WHOLE // 5 else "end" if place > WHOLE * 4 // 5 else "middle"
    return Mark(amount, _percent(amount.minor, whole), anchor)


def _percent(minor: int, whole: int) -> str:
    tenths = WHOLE * minor // whole
    return f"{tenths // 10}.{tenths % 10}%"
