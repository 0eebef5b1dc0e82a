"""Sums, shares and ratios as a folder writes them, from whole numbers."""

from colletta.money import Money


def written_sum(minor: int | None, currency: str) -> str | None:
    """Minor units in major units with the currency's decimals; None stays None."""
    return None if minor is None else Money(minor, currency).major()


def written_share(share: int | None) -> str | None:
    """Hundredths of a percent as a percentage: 4000 is "40%"."""
    return None if share is None else f"{in_decimals(share, 2)}%"


def written_ratio(ratio: int | None) -> str | None:
    """Ten-thousandths as a ratio: 10000 is "1"."""
    return None if ratio is None else in_decimals(ratio, 4)


def in_decimals(parts: int, decimals: int) -> str:
    """A whole number of smallest parts as a decimal number without closing zeros."""
    whole, rest = divmod(parts, 10**decimals)
    return f"{whole}.{rest:0{decimals}}".rstrip("0").rstrip(".") if rest else str(whole)
