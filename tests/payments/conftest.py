"""A running company, and payments that know it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.payments.company import Company, running_company


@pytest.fixture(scope="session")
def one_company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """One process for the whole run; each test makes payments of its own."""
    with running_company(tmp_path_factory.mktemp("company") / "home") as company:
        yield company


@pytest.fixture
def company(one_company: Company, settings: Settings) -> Iterator[Company]:
    """The company, configured as this installation's provider, with no faults waiting."""
    settings.PAYMENT_PROVIDERS = {"sandbox": one_company.terms()}
    yield one_company
    one_company.ask("DELETE", "/control/faults")
