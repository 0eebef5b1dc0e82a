"""The database refuses by itself, whoever asks (MONEY.md, D1 to D6 and D18)."""

import psycopg
import pytest

from tests.ledger.books import refused

NEW_POSTING = """
    INSERT INTO ledger_posting (kind, key, occurred_at) VALUES ('gift', 'gift:2', now())
    RETURNING id
"""
NEW_TRANSFER = """
    INSERT INTO ledger_transfer (posting_id, source_id, destination_id, currency, amount)
    SELECT %s, s.id, d.id, %s, %s FROM ledger_account s, ledger_account d
    WHERE s.code = %s AND d.code = %s
"""
REWRITES = [
    "UPDATE ledger_posting SET kind = 'refund'",
    "UPDATE ledger_posting SET kind = 'refund' WHERE false",
    "DELETE FROM ledger_posting",
    "TRUNCATE ledger_posting, ledger_transfer",
    "TRUNCATE ledger_posting",
    "TRUNCATE ledger_posting CASCADE",
    "UPDATE ledger_transfer SET amount = amount + 1",
    "DELETE FROM ledger_transfer",
    "TRUNCATE ledger_transfer",
    "UPDATE ledger_account SET balance = balance + 1",
    "UPDATE ledger_account SET floor = NULL WHERE code = 'campaign:1:fund'",
    "UPDATE ledger_account SET code = 'campaign:2:fund' WHERE code = 'campaign:1:fund'",
    "DELETE FROM ledger_account",
    "TRUNCATE ledger_account CASCADE",
    "DELETE FROM ledger_freeze",
    "TRUNCATE ledger_freeze",
    "UPDATE history_fact SET kind = 'pledge.dropped'",
    "DELETE FROM history_fact",
    "TRUNCATE history_fact CASCADE",
]


@pytest.mark.parametrize("rewrite", REWRITES)
def test_F66_what_is_booked_is_never_rewritten(
    connection: psycopg.Connection, actor: str, rewrite: str
) -> None:
    # The application lacks the right before any trigger is asked.
    answer = "permission denied" if actor == "app" else "append-only: "
    with refused("42501", answer):
        connection.execute(rewrite)


def test_F65_a_posting_without_transfers_does_not_commit(connection: psycopg.Connection) -> None:
    connection.execute(NEW_POSTING)
    with refused("23514", "posting", "ledger_posting_has_transfers"):
        connection.commit()


@pytest.mark.parametrize("amount", [0, -1, -1000])
def test_F65_a_transfer_of_nothing_or_less_is_refused(
    connection: psycopg.Connection, amount: int
) -> None:
    with refused("23514", constraint="ledger_transfer_amount_is_positive"):
        move(connection, amount=amount)


def test_F65_an_account_does_not_pay_itself(connection: psycopg.Connection) -> None:
    with refused("23514", constraint="ledger_transfer_accounts_differ"):
        move(connection, destination="provider:card:EUR")


def test_F70_a_transfer_keeps_to_the_currency_of_its_accounts(
    connection: psycopg.Connection, actor: str
) -> None:
    # Replica mode skips foreign keys; the trigger that it does not skip gives the same answer.
    answer = {
        "replica": "ledger_transfer_moves_one_currency",
    }.get(actor, "ledger_transfer_source_has_the_currency")
    with refused("23503", constraint=answer):
        move(connection, currency="USD")


def test_F70_money_does_not_flow_into_an_account_of_another_currency(
    connection: psycopg.Connection,
) -> None:
    connection.execute(
        "INSERT INTO ledger_account (code, owner, currency, normal)"
        " VALUES ('provider:card:USD', 'provider:card', 'USD', 'debit')"
    )
    with refused("23503"):
        move(connection, destination="provider:card:USD")


def test_a_transfer_needs_an_account_at_both_ends(connection: psycopg.Connection) -> None:
    with refused("23503"):
        connection.execute(
            "INSERT INTO ledger_transfer (posting_id, source_id, destination_id, currency, amount)"
            " VALUES (%s, -1, -2, 'EUR', 1)",
            [new_posting(connection)],
        )


def test_a_booked_posting_is_sealed(connection: psycopg.Connection) -> None:
    ((posting,),) = connection.execute(
        "SELECT id FROM ledger_posting WHERE key = 'gift:1'"
    ).fetchall()
    with refused("42501", "append-only: "):
        move(connection, posting=posting)


def test_a_transfer_needs_a_posting(connection: psycopg.Connection) -> None:
    with refused("42501", "append-only: "):
        move(connection, posting=-1)


def test_a_posting_cannot_claim_another_transaction_or_time(connection: psycopg.Connection) -> None:
    stamp = connection.execute(
        "INSERT INTO ledger_posting (kind, key, occurred_at, booked_at, xid)"
        " VALUES ('gift', 'gift:2', now(), '2001-01-01', '3')"
        " RETURNING xid = pg_current_xact_id(), booked_at >= now()"
    ).fetchone()
    assert stamp == (True, True)


def test_a_transfer_cannot_claim_another_transaction(connection: psycopg.Connection) -> None:
    posting = new_posting(connection)
    with refused("42501", "append-only: "):
        connection.execute(
            "INSERT INTO ledger_transfer"
            " (posting_id, source_id, destination_id, currency, amount, xid)"
            " SELECT %s, s.id, d.id, 'EUR', 1, '3' FROM ledger_account s, ledger_account d"
            " WHERE s.code = 'provider:card:EUR' AND d.code = 'campaign:1:fund'",
            [posting],
        )


def test_an_account_begins_at_zero(connection: psycopg.Connection) -> None:
    with refused("42501", "append-only: "):
        connection.execute(
            "INSERT INTO ledger_account (code, owner, currency, normal, balance)"
            " VALUES ('campaign:9:fund', 'campaign:9', 'EUR', 'credit', 5)"
        )


def test_balances_move_with_the_transfers(connection: psycopg.Connection) -> None:
    move(connection, amount=50)
    rows = connection.execute("SELECT code, balance FROM ledger_account").fetchall()
    balances: dict[str, int] = dict(rows)
    assert balances["provider:card:EUR"] == 1050
    assert balances["campaign:1:fund"] == 1050


def test_a_fund_never_falls_below_its_floor(connection: psycopg.Connection) -> None:
    with refused("23514", constraint="ledger_account_keeps_its_floor"):
        move(connection, "campaign:1:fund", "provider:card:EUR", amount=1001)


def test_a_business_fact_is_booked_once(connection: psycopg.Connection) -> None:
    with refused("23505", constraint="ledger_posting_key_is_used_once"):
        connection.execute(NEW_POSTING.replace("gift:2", "gift:1"))


def test_frozen_money_does_not_move(connection: psycopg.Connection) -> None:
    connection.execute("UPDATE ledger_freeze SET frozen_at = now(), reason = 'a trial'")
    with refused("55000", "money is frozen: a trial", "ledger_money_is_frozen"):
        connection.execute(NEW_POSTING)


def test_a_charge_asks_the_same_switch(connection: psycopg.Connection) -> None:
    connection.execute("SELECT ledger_require_thawed()")
    connection.execute("UPDATE ledger_freeze SET frozen_at = now(), reason = 'a trial'")
    with refused("55000", "money is frozen: a trial", "ledger_money_is_frozen"):
        connection.execute("SELECT ledger_require_thawed()")


@pytest.mark.parametrize("actor", ["superuser"], indirect=True)
def test_a_missing_switch_counts_as_frozen(connection: psycopg.Connection) -> None:
    connection.execute("ALTER TABLE ledger_freeze DISABLE TRIGGER ALL")
    connection.execute("DELETE FROM ledger_freeze")
    with refused("55000", "money is frozen", "ledger_money_is_frozen"):
        connection.execute(NEW_POSTING)


@pytest.mark.parametrize("actor", ["app"], indirect=True)
@pytest.mark.parametrize(
    "trick",
    [
        "ALTER TABLE ledger_transfer DISABLE TRIGGER ALL",
        "DROP TRIGGER ledger_transfer_append_only ON ledger_transfer",
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION colletta_now() RETURNS timestamptz RETURN now()",
        "DROP FUNCTION history_refuse_rewrite() CASCADE",
        "INSERT INTO ledger_freeze (id, reason, by) VALUES (1, '', '')",
        "INSERT INTO history_statechange VALUES (1, 'pledge', 1, '', 'confirmed', now())",
        "INSERT INTO history_transition (subject, before, after) VALUES ('pledge', '', 'paid')",
        "DELETE FROM django_migrations",
        "CREATE TABLE public.mine (id int)",
        "SET ROLE colletta_owner",
    ],
)
def test_the_application_cannot_step_around_a_guard(
    connection: psycopg.Connection, trick: str
) -> None:
    with refused("42501"):
        connection.execute(trick)


@pytest.mark.parametrize("actor", ["app"], indirect=True)
def test_a_trigger_of_a_temporary_table_does_not_reach_a_balance(
    connection: psycopg.Connection,
) -> None:
    connection.execute("CREATE TEMP TABLE lever (id int)")
    connection.execute(
        "CREATE FUNCTION pg_temp.pull() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN UPDATE ledger_account SET balance = 1000000; RETURN NULL; END'"
    )
    connection.execute("CREATE TRIGGER pull AFTER INSERT ON lever EXECUTE FUNCTION pg_temp.pull()")
    with refused("42501", "permission denied"):
        connection.execute("INSERT INTO lever VALUES (1)")


def new_posting(connection: psycopg.Connection) -> int:
    row = connection.execute(NEW_POSTING).fetchone()
    assert row is not None
    return int(row[0])


def move(
    connection: psycopg.Connection,
    source: str = "provider:card:EUR",
    destination: str = "campaign:1:fund",
    *,
    amount: int = 1,
    currency: str = "EUR",
    posting: int | None = None,
) -> None:
    """One transfer by hand, in a posting of its own unless another is named."""
    posting = posting or new_posting(connection)
    connection.execute(NEW_TRANSFER, [posting, currency, amount, source, destination])
