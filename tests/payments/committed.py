"""A running company for tests whose database really commits: import both fixtures in a conftest."""

from collections.abc import Iterator
from itertools import count

import pytest
from pytest_django import Settings

from tests.database import Database
from tests.payments.company import Company, running_company

# The company's record outlives each test's database, so payments get numbers of their own.
NUMBERS = count(5_000_000, 1_000)


@pytest.fixture(scope="session")
def the_company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    with running_company(tmp_path_factory.mktemp("company") / "home") as company:
        yield company


@pytest.fixture
def company(
    the_company: Company, settings: Settings, fresh_database: Database
) -> Iterator[Company]:
    """The company, configured as this installation's provider, with no faults waiting."""
    settings.PAYMENT_PROVIDERS = {"sandbox": the_company.terms()}
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute("SELECT setval('payments_payment_id_seq', %s)", [next(NUMBERS)])
    yield the_company
    the_company.ask("DELETE", "/control/faults")
