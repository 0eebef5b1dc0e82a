"""One provider for all tests of this folder, and a visitor for each."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from tests.people.openid.running import running_provider
from tests.people.openid.visit import Visit, configured


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    with running_provider() as url:
        yield url


@pytest.fixture
def visit(db: None, provider: str, client: Client) -> Iterator[Visit]:
    cache.clear()
    with override_settings(**configured(provider)):
        yield Visit(client, provider)
