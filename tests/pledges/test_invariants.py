"""The checks between pledges, payments, the books find what is wrong."""

import pytest

from colletta.ledger.checks import check_books
from tests.cast import gift_of_bruno, live_campaign, promise_of_bruno
from tests.database import Database

TAMPERED = {
    "UPDATE pledges_pledge SET net_minor = 1 WHERE state = 'confirmed'": (
        "raised_that_is_not_its_gifts"
    ),
    "UPDATE payments_payment SET captured_minor = 1 WHERE state = 'captured'": (
        "captured_payments_that_are_not_booked"
    ),
    "DELETE FROM payments_payment WHERE state = 'captured'": "gifts_without_a_payment",
    "UPDATE payments_payment SET state = 'expired' WHERE state = 'authorised'": (
        "promises_without_a_payment"
    ),
    "UPDATE pledges_tally SET supporters = supporters + 1": "tallies_that_are_not_a_count",
    "UPDATE pledges_tally SET promised_minor = promised_minor + 1": "tallies_that_are_not_a_count",
}


def test_books_with_gifts_and_promises_are_clean(fresh_database: Database) -> None:
    _some_money()
    assert _broken() == set()


@pytest.mark.parametrize("tampering", TAMPERED)
def test_what_was_tampered_with_is_found(fresh_database: Database, tampering: str) -> None:
    _some_money()
    with fresh_database.connect("superuser") as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(tampering)
    assert TAMPERED[tampering] in _broken()


def test_a_guard_that_was_switched_off_is_found(fresh_database: Database) -> None:
    with fresh_database.connect("owner") as connection:
        connection.execute("ALTER TABLE pledges_pledge DISABLE TRIGGER pledges_pledge_window")
    assert _broken() == {"missing_guards", "disabled_triggers"}


def _some_money() -> None:
    gift_of_bruno(live_campaign(slug="orto"))
    promise_of_bruno(live_campaign(slug="forno", type="all-or-nothing"))


def _broken() -> set[str]:
    return {result.name.rpartition(".")[2] for result in check_books() if not result.holds}
