"""Amounts to choose from: what others gave, in numbers that are easy to say."""

from colletta.campaigns.models import Campaign
from colletta.money import Money, exponent_of
from colletta.pledges.models import Pledge

AT_FIRST = (10, 20, 50, 100)
ENOUGH_GIFTS = 30
LOOKED_AT = 1000  # the newest gifts; older ones say little of what people give now
KIND = (1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000)


def presets_of(campaign: Campaign) -> list[Money]:
    """Four amounts, ascending: 10, 20, 50, 100 until the campaign has 30 gifts, then its quartiles.

    Only gifts whose amount everybody may see are looked at, so that no preset tells a hidden one.
    """
    public = Pledge.objects.filter(campaign=campaign).with_public_amount()
    given = sorted(public.values_list("net_minor", flat=True)[:LOOKED_AT])
    unit = 10 ** exponent_of(campaign.currency)
    chosen = AT_FIRST if len(given) < ENOUGH_GIFTS else _kind_quartiles(given, unit)
    return [Money(one * unit, campaign.currency) for one in chosen]


def _kind_quartiles(given: list[int], unit: int) -> list[int]:
    quartiles = [given[len(given) * part // 4] for part in (1, 2, 3)]
    chosen = {_kind(minor, unit) for minor in quartiles}
    chosen.add(_kind(2 * quartiles[-1], unit))
    for more in (*AT_FIRST, *KIND):
        if len(chosen) < len(AT_FIRST):
            chosen.add(more)
    return sorted(chosen)


def _kind(minor: int, unit: int) -> int:
    """The number among the kind ones that is nearest, the smaller of two as near."""
    return min(KIND, key=lambda number: abs(number * unit - minor))
