"""Parts that always sum to the whole."""

from collections.abc import Sequence

from colletta.money.money import Money


class NoShares(ValueError):
    """There is nothing to share by: no weights, a negative one, or all of them zero."""


def split(total: Money, weights: Sequence[int]) -> list[Money]:
    """One part per weight, in their order, summing exactly to `total` (a debt too).

    Largest remainder: each part is rounded down, then the minor units left go one by one to the
    parts that lost most, the earlier one first among equals. Raises NoShares.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise NoShares(f"{list(weights)} are no shares")
    if total.minor < 0:
        return [-part for part in split(-total, weights)]
    shares = [divmod(total.minor * weight, whole) for weight in weights]
    left = total.minor - sum(part for part, _ in shares)
    by_loss = sorted(range(len(shares)), key=lambda place: -shares[place][1])
    favoured = set(by_loss[:left])
    return [
        Money(part + (place in favoured), total.currency) for place, (part, _) in enumerate(shares)
    ]


def percent_of(part: Money, whole: Money) -> int:
    """How many whole percent `part` is of `whole`, rounded down; may pass 100.

    Raises CurrencyMismatch, and NoShares when the whole is not more than zero.
    """
    if whole <= Money(0, part.currency):
        raise NoShares(f"nothing is a percentage of {whole}")
    return 100 * part.minor // whole.minor
