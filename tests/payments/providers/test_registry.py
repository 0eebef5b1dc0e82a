"""Which providers there are, and that none of them can be fooled."""

import pytest
from pytest_django import Settings

from colletta.payments.providers.registry import (
    NoSuchProvider,
    every_secret_is_long_enough,
    open_providers,
    provider_named,
)

TERMS = {"url": "http://127.0.0.1:1", "account": "a", "key": "k"}


def test_a_site_without_providers_starts(settings: Settings) -> None:
    settings.PAYMENT_PROVIDERS = {}
    assert open_providers() == []
    assert every_secret_is_long_enough() == []
    with pytest.raises(NoSuchProvider):
        provider_named("sandbox")


@pytest.mark.parametrize("secrets", [(), ("",), ("short",), ("x" * 40, "short")])
def test_F32_an_empty_or_short_secret_stops_the_start(
    settings: Settings, secrets: tuple[str, ...]
) -> None:
    settings.PAYMENT_PROVIDERS = {"sandbox": TERMS | {"secrets": secrets}}
    assert [error.id for error in every_secret_is_long_enough()] == ["payments.E002"]


def test_a_long_secret_is_enough(settings: Settings) -> None:
    settings.PAYMENT_PROVIDERS = {"sandbox": TERMS | {"secrets": ("x" * 32,)}}
    assert every_secret_is_long_enough() == []
