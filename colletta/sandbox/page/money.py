"""Sums as people write them, enough for a page: `1.234,50 €` and `€1,234.50`."""

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
# Places after the point where they are not two (ISO 4217).
NONE = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI"} | {
    *("VND", "VUV", "XAF", "XOF", "XPF")
}
THREE = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}
GLUE = "\N{NO-BREAK SPACE}"


def written(amount: int, currency: str, language: str) -> str:
    """An amount in minor units, as it is read in a language (it, en)."""
    places = 0 if currency in NONE else 3 if currency in THREE else 2
    digits = str(amount).rjust(places + 1, "0")
    whole, fraction = digits[: len(digits) - places], digits[len(digits) - places :]
    grouped = f"{int(whole):,}"
    sign = SIGNS.get(currency, currency)
    if language == "it":
        number = grouped.replace(",", ".") + (f",{fraction}" if fraction else "")
        return f"{number}{GLUE}{sign}"
    number = grouped + (f".{fraction}" if fraction else "")
    return f"{sign}{number}" if currency in SIGNS else f"{sign}{GLUE}{number}"
