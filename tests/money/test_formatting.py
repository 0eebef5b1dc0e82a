"""Sums as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.money import Money, exponent_of, format_money, parse_amount
from colletta.money.currencies import EXPONENTS


@pytest.mark.parametrize(
    ("minor", "currency", "language", "written"),
    [
        (353_100, "EUR", "it", "3.531,00\u00a0€"),
        (353_100, "EUR", "en", "€3,531.00"),
        (5, "EUR", "it", "0,05\u00a0€"),
        (-353_100, "EUR", "it", "-3.531,00\u00a0€"),
        (3500, "JPY", "en", "¥3,500"),
        (1_234_567, "KWD", "it", "1.234,567\u00a0KWD"),
        (350_000, "HUF", "it", "3.500,00\u00a0HUF"),
        (350_000, "RSD", "it", "3.500,00\u00a0RSD"),
    ],
)
def test_a_sum_is_written_as_its_language_does(
    minor: int, currency: str, language: str, written: str
) -> None:
    assert format_money(Money(minor, currency), language) == written


@pytest.mark.parametrize(
    ("minor", "language", "written"),
    [
        (700_000, "it", "7.000\u00a0€"),
        (700_000, "en", "€7,000"),
        (700_001, "it", "7.000,01\u00a0€"),
        (0, "it", "0\u00a0€"),
    ],
)
def test_a_whole_sum_may_lose_its_decimals(minor: int, language: str, written: str) -> None:
    assert format_money(Money(minor, "EUR"), language, trim=True) == written


@given(
    st.integers(1, 10**9),
    st.sampled_from(sorted(EXPONENTS)),
    st.sampled_from(["it", "en"]),
    st.booleans(),
)
def test_F68_what_is_written_is_read_back(
    major: int, currency: str, language: str, trim: bool
) -> None:
    money = Money(major * 10 ** exponent_of(currency), currency)
    assert parse_amount(format_money(money, language, trim=trim), language, currency) == money
