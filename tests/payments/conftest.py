"""A running company, and payments that know it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from colletta.history.clock import now
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.jobs import WAITING
from colletta.payments.models import Payment
from tests.closing import closing_check
from tests.payments.company import Company, running_company


@pytest.fixture(scope="session")
def one_company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """One process for the whole run; each test makes payments of its own."""
    with running_company(tmp_path_factory.mktemp("company") / "home") as company:
        yield company


@pytest.fixture
def company(
    request: pytest.FixtureRequest, one_company: Company, settings: Settings
) -> Iterator[Company]:
    """The company, configured as this installation's provider, with no faults waiting.

    Every test of a fault ends with a sweep and the closing check.
    """
    settings.PAYMENT_PROVIDERS = {"sandbox": one_company.terms()}
    yield one_company
    one_company.ask("DELETE", "/control/faults")
    if request.node.name.startswith("test_F") and "fresh_database" in request.fixturenames:
        _look_at_what_is_left()
        closing_check(one_company)


def _look_at_what_is_left() -> None:
    """As the sweep does when its time has come."""
    for payment in Payment.objects.filter(state__in=WAITING, mismatches=None):
        refresh_payment(payment_id=payment.pk, at=now())
