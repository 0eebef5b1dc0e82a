"""What is always true of the books, asked again though the database guards it."""

from django.utils.translation import gettext_noop as _

from colletta.ledger.checks import Query, guarded_by, guards, invariant
from colletta.ledger.kinds import KINDS

guarded_by(
    "ledger_account",
    "ledger_account_guarded",
    "ledger_account_append_only",
    "ledger_account_append_only_row",
)
guarded_by(
    "ledger_posting",
    "ledger_posting_stamped",
    "ledger_posting_has_transfers",
    "ledger_posting_thawed",
    "ledger_posting_append_only",
    "ledger_posting_append_only_row",
)
guarded_by(
    "ledger_transfer",
    "ledger_transfer_judged",
    "ledger_transfer_moves_balances",
    "ledger_transfer_append_only",
    "ledger_transfer_append_only_row",
)
guarded_by("ledger_freeze", "ledger_freeze_stays", "ledger_freeze_stays_row")
guarded_by("history_fact", "history_fact_append_only", "history_fact_append_only_row")
guarded_by(
    "history_statechange",
    "history_statechange_append_only",
    "history_statechange_append_only_row",
)


@invariant(_("Every posting has transfers."))
def postings_without_transfers() -> Query:
    return Query("""
        SELECT p.id, p.kind, p.key FROM ledger_posting p
        WHERE NOT EXISTS (SELECT FROM ledger_transfer t WHERE t.posting_id = p.id)
    """)


@invariant(_("Every transfer moves a positive amount between two accounts of its currency."))
def impossible_transfers() -> Query:
    return Query("""
        SELECT t.id, t.posting_id, t.amount, t.currency, s.code AS source, d.code AS destination
        FROM ledger_transfer t
        LEFT JOIN ledger_account s ON (s.id, s.currency) = (t.source_id, t.currency)
        LEFT JOIN ledger_account d ON (d.id, d.currency) = (t.destination_id, t.currency)
        WHERE t.amount <= 0 OR s.id IS NULL OR d.id IS NULL OR s.id = d.id
    """)


@invariant(_("Every transfer was made in the transaction of its posting."))
def broken_seals() -> Query:
    return Query("""
        SELECT t.id, t.posting_id FROM ledger_transfer t
        LEFT JOIN ledger_posting p ON (p.id, p.xid) = (t.posting_id, t.xid)
        WHERE p.id IS NULL
    """)


@invariant(_("Every balance is what its transfers make."))
def drifted_balances() -> Query:
    return Query("""
        WITH moved AS (
            SELECT account_id, sum(debit) AS debit FROM (
                SELECT source_id AS account_id, amount AS debit FROM ledger_transfer
                UNION ALL SELECT destination_id, -amount FROM ledger_transfer
            ) AS side GROUP BY account_id
        )
        SELECT a.code, a.balance, sign.of_debit * coalesce(moved.debit, 0) AS by_transfers
        FROM ledger_account a LEFT JOIN moved ON moved.account_id = a.id,
            LATERAL (SELECT CASE a.normal WHEN 'debit' THEN 1 ELSE -1 END AS of_debit) AS sign
        WHERE a.balance <> sign.of_debit * coalesce(moved.debit, 0)
    """)


@invariant(_("No balance is below its floor."))
def balances_below_their_floor() -> Query:
    return Query("SELECT code, balance, floor FROM ledger_account WHERE balance < floor")


@invariant(_("In every currency, debit balances equal credit balances."))
def unbalanced_currencies() -> Query:
    return Query("""
        SELECT currency,
            coalesce(sum(balance) FILTER (WHERE normal = 'debit'), 0) AS debit,
            coalesce(sum(balance) FILTER (WHERE normal = 'credit'), 0) AS credit
        FROM ledger_account GROUP BY currency
        HAVING sum(CASE normal WHEN 'debit' THEN balance ELSE -balance END) <> 0
    """)


@invariant(_("Every posting is of a kind that the chart of accounts explains."))
def unexplained_kinds() -> Query:
    return Query("SELECT id, kind, key FROM ledger_posting WHERE kind <> ALL(%s)", (sorted(KINDS),))


@invariant(_("The switch that freezes money is there, and nothing was booked while it was on."))
def postings_while_frozen() -> Query:
    return Query("""
        SELECT p.key, p.booked_at, f.frozen_at FROM ledger_freeze f
        JOIN ledger_posting p ON p.booked_at > f.frozen_at
        UNION ALL SELECT 'the switch', NULL, NULL WHERE NOT EXISTS (SELECT FROM ledger_freeze)
    """)


@invariant(_("Every guarding trigger is there and fires always."))
def missing_guards() -> Query:
    pairs = [(table, trigger) for table, triggers in guards().items() for trigger in triggers]
    return Query(
        """
        SELECT guard.of_table, guard.name, coalesce(t.tgenabled::text, 'missing') AS state
        FROM unnest(%s::text[], %s::text[]) AS guard (of_table, name)
        LEFT JOIN pg_trigger t ON t.tgname = guard.name AND t.tgrelid = to_regclass(guard.of_table)
        WHERE t.tgenabled IS DISTINCT FROM 'A'
        """,
        ([table for table, _ in pairs], [trigger for _, trigger in pairs]),
    )


@invariant(_("No trigger of any table is switched off, the foreign keys' own included."))
def disabled_triggers() -> Query:
    return Query("""
        SELECT t.tgrelid::regclass::text AS of_table, t.tgname AS name FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = 'public'::regnamespace
        WHERE t.tgenabled IN ('D', 'R')
    """)
