"""What the database refuses of payments by itself, whoever asks (guards D7, D8, D12, D15, D17)."""

import psycopg
import pytest

ROLES = ["app", "owner", "superuser", "replica"]
PAYMENT = """
    INSERT INTO payments_payment
        (purpose, purpose_id, provider, provider_account, provider_object, method, currency,
         amount_minor, captured_minor, refunded_minor, disputed_minor, state)
    VALUES ('pledge', %(pledge)s, 'recorded', '', %(object)s, 'card', 'EUR',
        2000, 0, 0, 0, %(state)s)
"""
NOTICE = """
    INSERT INTO payments_notice (provider, provider_account, event, kind, body)
    VALUES ('recorded', 'one', 'event-1', 'captured', '{}')
"""


@pytest.mark.parametrize("role", ROLES)
def test_a_pledge_has_one_live_payment(fresh_database, role: str) -> None:
    with _connected(fresh_database, role) as connection:
        _pay(connection, pledge=1)
        _pay(connection, pledge=2)
        with pytest.raises(psycopg.errors.UniqueViolation) as refusal:
            _pay(connection, pledge=1)
    assert refusal.value.sqlstate == "23505"
    assert refusal.value.diag.constraint_name == "one_live_payment_per_purpose"


@pytest.mark.parametrize("role", ROLES)
def test_a_payment_that_ended_makes_room_for_another(fresh_database, role: str) -> None:
    with _connected(fresh_database, role) as connection:
        _pay(connection, pledge=1)
        connection.execute("UPDATE payments_payment SET state = 'refused'")
        _pay(connection, pledge=1)
        assert connection.execute("SELECT count(*) FROM payments_payment").fetchone() == (2,)


@pytest.mark.parametrize("role", ROLES)
def test_a_provider_object_is_used_once(fresh_database, role: str) -> None:
    with _connected(fresh_database, role) as connection:
        _pay(connection, pledge=1, provider_object="pi_1")
        with pytest.raises(psycopg.errors.UniqueViolation) as refusal:
            _pay(connection, pledge=2, provider_object="pi_1")
    assert refusal.value.sqlstate == "23505"
    assert refusal.value.diag.constraint_name == "a_provider_object_is_used_once"


@pytest.mark.parametrize("role", ROLES)
def test_a_notice_is_stored_once(fresh_database, role: str) -> None:
    with _connected(fresh_database, role) as connection:
        connection.execute(NOTICE)
        with pytest.raises(psycopg.errors.UniqueViolation) as refusal:
            connection.execute(NOTICE)
    assert refusal.value.sqlstate == "23505"
    assert refusal.value.diag.constraint_name == "a_notice_is_stored_once"


@pytest.mark.parametrize("role", ROLES)
def test_no_more_is_given_back_than_was_captured(fresh_database, role: str) -> None:
    with _connected(fresh_database, role) as connection:
        _pay(connection, pledge=1)
        connection.execute("UPDATE payments_payment SET state = 'captured', captured_minor = 2000")
        connection.execute("UPDATE payments_payment SET refunded_minor = 1500")
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            connection.execute("UPDATE payments_payment SET disputed_minor = 501")
    assert refusal.value.sqlstate == "23514"
    assert refusal.value.diag.constraint_name == "no_more_is_given_back_than_captured"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("state", ["captured", "refused", "cancelled", "expired"])
def test_a_payment_that_ended_stays_ended(fresh_database, role: str, state: str) -> None:
    with _connected(fresh_database, role) as connection:
        _pay(connection, pledge=1)
        connection.execute("UPDATE payments_payment SET state = %s", (state,))
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            connection.execute("UPDATE payments_payment SET state = 'processing'")
    assert refusal.value.sqlstate == "23514"


@pytest.mark.parametrize("role", ROLES)
def test_a_payment_begins_as_an_intent(fresh_database, role: str) -> None:
    with _connected(fresh_database, role) as connection:
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            _pay(connection, pledge=1, state="captured")
    assert refusal.value.sqlstate == "23514"


def _connected(database, role: str) -> psycopg.Connection:
    connection = database.connect("superuser" if role == "replica" else role)
    if role == "replica":
        connection.execute("SET session_replication_role = replica")
    return connection


def _pay(
    connection: psycopg.Connection,
    *,
    pledge: int,
    provider_object: str | None = None,
    state: str = "intended",
) -> None:
    connection.execute(PAYMENT, {"pledge": pledge, "object": provider_object, "state": state})
