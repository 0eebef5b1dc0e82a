"""Which providers this installation has, by the settings."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from colletta.payments.providers.contract import Provider
from colletta.payments.providers.sandbox.provider import Sandbox

SHORTEST_SECRET = 32  # characters; a notice is only as true as its secret is hard to guess


class NoSuchProvider(LookupError):
    """The installation has no provider of this name."""


def provider_named(name: str) -> Provider:
    """The provider of a name. Raises NoSuchProvider."""
    terms = settings.PAYMENT_PROVIDERS.get(name)
    if name != "sandbox" or terms is None:
        raise NoSuchProvider(name)
    return Sandbox(**terms)


def open_providers() -> list[str]:
    """The names of the providers that supporters can pay through."""
    return list(settings.PAYMENT_PROVIDERS)


@register
def every_secret_is_long_enough(**_: Any) -> list[CheckMessage]:
    """A system check: with an empty or short secret anybody could write notices."""
    return [
        Error(
            f"A notice secret of '{name}' has fewer than {SHORTEST_SECRET} characters.",
            hint="Take the secret that the provider made, or make one: openssl rand -hex 32",
            id="payments.E002",
        )
        for name, terms in settings.PAYMENT_PROVIDERS.items()
        if not terms["secrets"] or any(len(one) < SHORTEST_SECRET for one in terms["secrets"])
    ]
