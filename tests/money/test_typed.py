"""Amounts as people type them."""

import pytest

from colletta.money import Money, NotAnAmount, Reason, parse_amount


@pytest.mark.parametrize(
    ("text", "language", "minor"),
    [
        ("20", "it", 2000),
        ("20,00", "it", 2000),
        ("20,5", "it", 2050),
        ("20 €", "it", 2000),
        ("20\u00a0€", "it", 2000),
        ("€20", "it", 2000),
        ("€ 20", "it", 2000),
        ("20€", "it", 2000),
        ("20 EUR", "it", 2000),
        ("1.000", "it", 100_000),
        ("1.000,50", "it", 100_050),
        ("1.000.000,00 €", "it", 100_000_000),
        ("0,01", "it", 1),
        ("1000000000", "it", 100_000_000_000),
        ("20.00", "en", 2000),
        ("20.5", "en", 2050),
        ("1,000", "en", 100_000),
        ("1,000.50", "en", 100_050),
    ],
)
def test_an_amount_is_read_by_the_language_of_the_page(
    text: str, language: str, minor: int
) -> None:
    assert parse_amount(text, language, "EUR") == Money(minor, "EUR")


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("1.5", "it", Reason.SEPARATORS),
        ("20.00", "it", Reason.SEPARATORS),
        ("1.00", "it", Reason.SEPARATORS),
        ("1,000.00", "it", Reason.SEPARATORS),
        ("1000.000", "it", Reason.SEPARATORS),
        ("1.0000", "it", Reason.SEPARATORS),
        ("12.34.567", "it", Reason.SEPARATORS),
        ("1.000.00", "it", Reason.SEPARATORS),
        ("1,5", "en", Reason.SEPARATORS),
        ("20,00", "en", Reason.SEPARATORS),
        ("1.000,00", "en", Reason.SEPARATORS),
        ("1'000", "it", Reason.SEPARATORS),
        ("1,000", "it", Reason.DECIMALS),
        ("20,001", "it", Reason.DECIMALS),
        ("1.000", "en", Reason.DECIMALS),
        ("0", "it", Reason.NOT_POSITIVE),
        ("0,00", "it", Reason.NOT_POSITIVE),
        ("-1", "it", Reason.NOT_POSITIVE),
        ("-0,01", "it", Reason.NOT_POSITIVE),
        ("1000000000,01", "it", Reason.TOO_MUCH),
        ("1000000000000000000", "it", Reason.TOO_MUCH),
        ("9" * 39, "it", Reason.TOO_MUCH),
        ("20 $", "it", Reason.OTHER_CURRENCY),
        ("USD 20", "it", Reason.OTHER_CURRENCY),
        ("£20", "en", Reason.OTHER_CURRENCY),
        ("", "it", Reason.EMPTY),
    ],
)
def test_F69_what_would_be_misread_is_refused_with_its_reason(
    text: str, language: str, reason: Reason
) -> None:
    with pytest.raises(NotAnAmount) as caught:
        parse_amount(text, language, "EUR")
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        *["1e5", "1E5", "1e309", "NaN", "nan", "Infinity", "-Infinity", "inf", "0x14", "0b1"],
        *["１２", "٢٠", "2\u0660", "²", "½", "Ⅳ", "۵", "二十", "venti", "20 euro", "20,-", "20.-"],
        *[
            " 5",
            "5 ",
            "\t5",
            "5\n",
            "2 0",
            "20  €",
            "\x0020",
            "20\x00",
            "\x00",
            "2\u200b0",
            "\ufeff20",
        ],
        *[
            "+5",
            "−5",
            "--5",
            "5-",
            "5+5",
            "10/2",
            "20%",
            "1_000",
            "007",
            "00",
            "00,50",
            ",50",
            "5,",
        ],
        *[
            "1..000",
            "1,,0",
            "1.000,",
            ".000",
            "1.,5",
            "€",
            "EUR",
            "€€20",
            "€20€",
            "20 €€",
            "EUR EUR",
        ],
        *["'; DROP TABLE ledger_posting; --", "<script>", "{{7*7}}", "%s", "9" * 41, "1" * 100_000],
        *[
            "20 eur",
            "€\x0020",
            "20;00",
            "20:00",
            "0,1+0,2",
            "0.30000000000000004",
            "\u202e02",
            "\u0000",
        ],
    ],
)
@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("currency", ["EUR", "JPY", "KWD"])
def test_F69_what_is_no_amount_is_refused(text: str, language: str, currency: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_amount(text, language, currency)


def test_F68_decimals_follow_the_currency() -> None:
    assert parse_amount("1,500", "it", "KWD") == Money(1500, "KWD")
    assert parse_amount("1,500", "en", "KWD") == Money(1_500_000, "KWD")
    assert parse_amount("3500", "it", "JPY") == Money(3500, "JPY")
    with pytest.raises(NotAnAmount):
        parse_amount("3500,0", "it", "JPY")


def test_the_reason_is_told_with_a_short_piece_of_the_text() -> None:
    with pytest.raises(NotAnAmount) as caught:
        parse_amount("9" * 10_000, "it", "EUR")
    assert len(str(caught.value)) < 100
