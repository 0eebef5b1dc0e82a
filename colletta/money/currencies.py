"""How many decimals each currency has.

Source: ISO 4217:2015, list one (currency, code and minor unit), as kept by its maintenance agency
SIX, edition of 2026. Funds, metals and the two units with four decimals (CLF, UYW) are left out:
nobody is paid in them. Where a payment provider counts otherwise (Stripe takes ISK and UGX with
two decimals, and pays HUF out in whole forint), that provider's folder converts; here is the
standard alone.
"""

_DECIMALS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
        CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
        HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA
        MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN
        QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
        TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
}

EXPONENTS = {code: decimals for decimals, codes in _DECIMALS.items() for code in codes.split()}


class UnknownCurrency(ValueError):
    """A code that is not a currency people are paid in."""


def exponent_of(currency: str) -> int:
    """The number of decimals: 0, 2 or 3. Raises UnknownCurrency."""
    try:
        return EXPONENTS[currency]
    except (KeyError, TypeError):
        raise UnknownCurrency(f"{currency!r} is not an ISO 4217 currency") from None
