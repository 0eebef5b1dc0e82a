"""Keys, debugging, payment providers, sign-in elsewhere, mail."""

import re
from collections.abc import Mapping
from typing import Any

from colletta.cli.doctor.addresses import is_here, is_public
from colletta.cli.doctor.finding import Finding, Findings

SHORTEST = 50  # characters of a signing key
FEWEST = 16  # different ones
TEST_KEY = re.compile(r"\b(sk|pk|rk|whsec)_test_|\bsandbox\b", re.IGNORECASE)
LIVE_KEY = re.compile(r"\b(sk|pk|rk)_live_")


def judge_keys(settings: Any) -> Findings:
    """Findings about debugging and the signing key."""
    if settings.DEBUG:
        yield Finding(
            "DEBUG",
            "error pages show the code and the settings to everybody",
            "Set it to False in your settings module, or use Colletta's own",
        )
    key = str(settings.SECRET_KEY)
    if len(key) < SHORTEST or len(set(key)) < FEWEST or key.startswith("django-insecure-"):
        yield Finding(
            "COLLETTA_SECRET_KEY",
            "it can be guessed, and with it sessions and links be forged",
            "Leave it out, so that one is made, or write one that colletta init made",
        )


def judge_providers(settings: Any) -> Findings:
    """Findings about money that is not real where it should be, and the other way round."""
    kinds = {name: _kind(name, one) for name, one in settings.PAYMENT_PROVIDERS.items()}
    tests = sorted(name for name, kind in kinds.items() if kind == "test")
    real = sorted(name for name, kind in kinds.items() if kind == "real")
    for name in sorted(name for name, kind in kinds.items() if kind == "both"):
        yield Finding(
            f"payments: {name}",
            "a key for real money stands beside one for trying",
            "Give it the keys of one of the two",
        )
    if tests and real:
        yield Finding(
            f"payments: {', '.join(tests)}",
            f"money that is not real would be counted beside that of {', '.join(real)}",
            "Take the settings of the one for trying away",
        )
    if tests and is_public(settings) and not settings.COLLETTA_DEMO:
        yield Finding(
            f"payments: {', '.join(tests)}",
            "whoever likes can give money that is not real",
            "Take its settings away, or run the site as a demonstration (COLLETTA_DEMO=1)",
        )
    if real and settings.COLLETTA_DEMO:
        yield Finding(
            "COLLETTA_DEMO",
            f"a demonstration says that money is not real, and {', '.join(real)} takes real money",
            "Set COLLETTA_DEMO=0, or take the provider's settings away",
        )


def _kind(name: str, provider: Mapping[str, Any]) -> str:
    said = " ".join(map(str, _values(provider)))
    is_test = name == "sandbox" or TEST_KEY.search(said) is not None
    if is_test and LIVE_KEY.search(said):
        return "both"
    return "test" if is_test else "real"


def _values(provider: Mapping[str, Any]) -> list[Any]:
    return [
        part
        for value in provider.values()
        for part in (value if isinstance(value, tuple | list) else [value])
    ]


def judge_sign_in(settings: Any) -> Findings:
    """Findings about the other sites that people sign in with."""
    for provider in settings.OPENID_PROVIDERS:
        setting = f"COLLETTA_{provider['slug'].upper().replace('-', '_')}"
        if not provider["issuer"].startswith("https://") and is_public(settings):
            yield Finding(
                f"{setting}_ISSUER",
                "whoever listens on the way could sign in as anybody",
                "Write the issuer's address with https://",
            )
        if not provider["client_id"] or not provider["secret"]:
            yield Finding(
                f"{setting}_CLIENT_SECRET",
                f"{provider['name']} will not know this site",
                "Set both CLIENT_ID and CLIENT_SECRET, as that site gave them to you",
            )


def judge_mail(settings: Any) -> Findings:
    """Findings about the letters."""
    public = is_public(settings)
    if settings.COLLETTA_DEMO:
        if public:
            yield Finding(
                "COLLETTA_DEMO",
                "a demonstration shows its letters, and all that is in them, to everybody",
                "Set COLLETTA_DEMO=0 for a site that real people use",
                "nothing",
            )
        return
    if public and not settings.EMAIL_HOST:
        yield Finding(
            "COLLETTA_MAIL_HOST",
            "no receipt and no link leaves the site, and letters count as sent",
            "Name your mail server",
        )
    if settings.BOUNCES_TO and settings.BOUNCES_TO.count("@") != 1:
        yield Finding(
            "COLLETTA_MAIL_BOUNCES_TO",
            "it is no address, so that mail servers refuse every letter",
            "Write the address alone, as bounces@example.org",
        )
    if not settings.EMAIL_HOST or is_here(settings.EMAIL_HOST):
        return
    if not settings.EMAIL_USE_TLS:
        yield Finding(
            "COLLETTA_MAIL_TLS",
            "letters, and the links in them, go to the mail server in the clear",
            "Leave it out; it is on unless you switch it off",
        )
    if public and settings.DEFAULT_FROM_EMAIL.rstrip(">").endswith("@localhost"):
        yield Finding(
            "COLLETTA_MAIL_FROM",
            "other mail servers refuse letters that come from nowhere",
            "Write an address of yours that may send through that server",
        )
