"""Sums, shares and ratios as a folder writes them."""

import pytest

from colletta.folders.writing.sums import written_ratio, written_share, written_sum


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [(350000, "EUR", "3500.00"), (3500, "JPY", "3500"), (3500, "KWD", "3.500"), (0, "EUR", "0.00")],
)
def test_a_sum_has_the_decimals_of_its_currency(minor: int, currency: str, written: str) -> None:
    assert written_sum(minor, currency) == written


@pytest.mark.parametrize(
    ("share", "written"), [(4000, "40%"), (3333, "33.33%"), (50, "0.5%"), (5, "0.05%"), (0, "0%")]
)
def test_a_share_is_a_percentage(share: int, written: str) -> None:
    assert written_share(share) == written


@pytest.mark.parametrize(("ratio", "written"), [(10000, "1"), (5000, "0.5"), (12345, "1.2345")])
def test_a_ratio_is_a_decimal_number(ratio: int, written: str) -> None:
    assert written_ratio(ratio) == written


def test_what_is_not_there_is_not_written() -> None:
    assert (written_sum(None, "EUR"), written_share(None), written_ratio(None)) == (None,) * 3
