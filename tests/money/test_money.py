"""Sums of money."""

from datetime import date

import pytest
from babel import Locale
from babel.numbers import get_territory_currencies
from hypothesis import given
from hypothesis import strategies as st

from colletta.money import CurrencyMismatch, Money, NotAnAmount, UnknownCurrency, exponent_of
from colletta.money.currencies import EXPONENTS

AMOUNTS = st.integers(-(10**18) + 1, 10**18 - 1)
LEFT_THE_STANDARD = {"BGN"}  # Bulgaria pays in euro since 2026; not all data has heard
CURRENCIES = st.sampled_from(sorted(EXPONENTS))


def test_a_sum_is_read_in_major_units() -> None:
    assert Money.parse("3500.00", "EUR") == Money(350_000, "EUR")
    assert Money.parse("0.05", "EUR") == Money(5, "EUR")


@given(st.integers(0, 10**14), CURRENCIES)
def test_F68_every_currency_reads_what_it_writes(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.parse(money.major(), currency) == money
    assert Money.parse((-money).major(), currency, signed=True) == -money


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [
        ("EUR", 2),
        ("CHF", 2),
        ("HUF", 2),
        ("TWD", 2),
        ("MGA", 2),
        ("JPY", 0),
        ("ISK", 0),
        ("KRW", 0),
        ("UGX", 0),
        ("XOF", 0),
        ("KWD", 3),
        ("BHD", 3),
        ("TND", 3),
    ],
)
def test_F68_decimals_are_those_of_iso_4217(currency: str, decimals: int) -> None:
    assert exponent_of(currency) == decimals


def test_F68_every_currency_in_use_has_its_decimals() -> None:
    in_use = {
        currency
        for territory in map(str, Locale("en").territories)
        if len(territory) == 2
        for currency in get_territory_currencies(territory, date(2026, 6, 1))
    }
    assert in_use - set(EXPONENTS) <= LEFT_THE_STANDARD
    assert set(EXPONENTS.values()) == {0, 2, 3}


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XXX", "XAU", "CLF", "€", None])
def test_F68_what_nobody_is_paid_in_is_no_currency(code: str) -> None:
    with pytest.raises(UnknownCurrency):
        Money(1, code)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "20", "20.0", "20.000", "20,00", "1,000.00", "1.000,00", "20.00 ", " 20.00"],
        *["+20.00", "-20.00", "−20.00", "20.00€", "EUR 20.00", "1e3", "1e309", "NaN", "Infinity"],
        *[
            "0x10.00",
            "１２.00",
            "٣.00",
            "12.0\u0660",
            "2\u00a00.00",
            "20.00\n",
            "20.00\x00",
            "\x00",
        ],
        *["007.00", "00.00", ".50", "20.", "20..00", "--20.00", "1_000.00", "9" * 16 + ".00"],
    ],
)
def test_F69_what_is_not_exactly_a_sum_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount):
        Money.parse(text, "EUR")


@pytest.mark.parametrize(("text", "currency"), [("20.00", "JPY"), ("20.", "JPY"), ("1.50", "KWD")])
def test_F69_decimals_are_exactly_the_currency_s(text: str, currency: str) -> None:
    with pytest.raises(NotAnAmount):
        Money.parse(text, currency)


@pytest.mark.parametrize("minor", [1.0, 0.1 + 0.2, True, "1", None])
def test_F69_a_sum_is_whole_minor_units(minor: object) -> None:
    with pytest.raises(TypeError):
        Money(minor, "EUR")  # type: ignore[arg-type]


@given(AMOUNTS, AMOUNTS)
def test_sums_are_exact_and_ordered(one: int, other: int) -> None:
    a, b = Money(one, "EUR"), Money(other, "EUR")
    assert (a + b - b) == a
    assert (-a) + a == Money(0, "EUR")
    assert (a < b, a <= b, a > b, a >= b) == (one < other, one <= other, one > other, one >= other)


def test_money_is_counted_in_whole_times() -> None:
    assert Money(5, "EUR") * 3 == 3 * Money(5, "EUR") == Money(15, "EUR")
    with pytest.raises(TypeError):
        Money(5, "EUR") * 0.5  # type: ignore[operator]


def test_F70_currencies_do_not_mix() -> None:
    euro, yen = Money(1, "EUR"), Money(1, "JPY")
    assert euro != yen
    for mixing in (
        lambda: euro + yen,
        lambda: euro - yen,
        lambda: euro < yen,
        lambda: euro <= yen,
        lambda: euro > yen,
        lambda: euro >= yen,
    ):
        with pytest.raises(CurrencyMismatch):
            mixing()


def test_money_is_not_a_number() -> None:
    with pytest.raises(TypeError):
        Money(1, "EUR") + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        Money(1, "EUR") < 1  # type: ignore[operator]  # noqa: B015
