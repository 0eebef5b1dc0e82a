"""What the copied record of a provider says of our payments and of the books."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

# A line is done with when its payment knows of it. One whose payment is parked waits for a person.
MARK_KNOWN = """
    UPDATE payments_recordline l SET applied_at = colletta_now()
    FROM payments_payment p
    WHERE l.applied_at IS NULL
        AND (p.provider, p.provider_account, p.provider_object)
            = (l.provider, l.provider_account, l.object_id)
        AND CASE l.kind WHEN 'capture' THEN p.state = 'captured'
            ELSE p.refunded_minor >= (
                SELECT sum(r.amount_minor) FROM payments_recordline r
                WHERE (r.provider, r.provider_account, r.object_id, r.kind)
                    = (l.provider, l.provider_account, l.object_id, 'refund')
            ) END
"""
BEHIND = """
    SELECT p.id FROM payments_payment p JOIN payments_recordline l
        ON (l.provider, l.provider_account, l.object_id)
            = (p.provider, p.provider_account, p.provider_object)
    WHERE l.applied_at IS NULL AND NOT EXISTS (
        SELECT FROM payments_mismatch m WHERE m.payment_id = p.id AND m.settled_at IS NULL
    )
    GROUP BY p.id ORDER BY min(l.id) LIMIT %s
"""
# Sums of one provider's account, by payment: what it says, and what is booked on our account there.
# What was booked when the record was asked for must stand in it. What stands in it for a while must
# be booked, or parked for the desk; while money is frozen nothing can be, so nothing is late.
DIFFERENCES = """
    WITH told AS (
        SELECT object_id, currency,
            coalesce(sum(amount_minor) FILTER (WHERE kind = 'capture'), 0) AS captured,
            coalesce(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0) AS refunded,
            coalesce(sum(amount_minor) FILTER (
                WHERE kind = 'capture' AND read_at < %(late)s), 0) AS late_captured,
            coalesce(sum(amount_minor) FILTER (
                WHERE kind = 'refund' AND read_at < %(late)s), 0) AS late_refunded
        FROM payments_recordline
        WHERE provider = %(provider)s AND provider_account = %(account)s
        GROUP BY object_id, currency
    ), known AS (
        SELECT told.*, p.id AS payment_id, EXISTS (
            SELECT FROM payments_mismatch m WHERE m.payment_id = p.id AND m.settled_at IS NULL
        ) AS parked
        FROM told LEFT JOIN payments_payment p
            ON (p.provider, p.provider_account, p.provider_object)
                = (%(provider)s, %(account)s, told.object_id)
    ), booked AS (
        SELECT (regexp_match(b.key, '^payment:([0-9]{1,18}):'))[1]::bigint AS payment_id,
            a.currency,
            coalesce(sum(t.amount) FILTER (WHERE t.source_id = a.id), 0) AS captured,
            coalesce(sum(t.amount) FILTER (WHERE t.destination_id = a.id), 0) AS refunded,
            coalesce(sum(t.amount) FILTER (
                WHERE t.source_id = a.id AND b.id <= %(booked)s), 0) AS early_captured,
            coalesce(sum(t.amount) FILTER (
                WHERE t.destination_id = a.id AND b.id <= %(booked)s), 0) AS early_refunded
        FROM ledger_account a
        JOIN ledger_transfer t ON a.id IN (t.source_id, t.destination_id)
        JOIN ledger_posting b ON b.id = t.posting_id AND b.kind <> 'payout'
        WHERE a.owner = %(owner)s AND a.code = a.owner || ':' || a.currency
        GROUP BY 1, 2
    )
    SELECT known.object_id, coalesce(known.payment_id, booked.payment_id) AS payment,
        known.captured AS told_captured, booked.captured AS booked_captured,
        known.refunded AS told_refunded, booked.refunded AS booked_refunded
    FROM known FULL JOIN booked USING (payment_id, currency)
    WHERE coalesce(booked.early_captured, 0) > coalesce(known.captured, 0)
        OR coalesce(booked.early_refunded, 0) > coalesce(known.refunded, 0)
        OR NOT parked AND (known.late_captured > coalesce(booked.captured, 0)
            OR known.late_refunded > coalesce(booked.refunded, 0))
"""
LATE = """
    SELECT colletta_now() - interval '15 minutes' WHERE NOT EXISTS (
        SELECT FROM ledger_freeze WHERE frozen_at IS NOT NULL
    ) AND NOT EXISTS (
        SELECT FROM history_fact
        WHERE kind = 'money.thawed' AND at > colletta_now() - interval '15 minutes'
    )
"""
COPIED = """
    SELECT kind, currency, sum(amount_minor)::bigint FROM payments_recordline
    WHERE provider = %(provider)s AND provider_account = %(account)s AND id <= (
        SELECT id FROM payments_recordline
        WHERE (provider, provider_account, name) = (%(provider)s, %(account)s, %(last)s)
    )
    GROUP BY kind, currency
"""


def mark_known() -> None:
    """Lines whose payment knows of them need no look any more."""
    with connection.cursor() as cursor:
        cursor.execute(MARK_KNOWN)


def payments_behind(*, at_most: int) -> list[int]:
    """Payments whose provider moved money that they do not know of yet, oldest line first."""
    with connection.cursor() as cursor:
        cursor.execute(BEHIND, [at_most])
        return [row[0] for row in cursor.fetchall()]


def last_posting() -> int:
    """The newest posting there is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM ledger_posting")
        row: tuple[int] = cursor.fetchone()
    return row[0]


def differences(*, provider: str, account: str, booked: int) -> list[Mapping[str, Any]]:
    """Payments, ours or not, whose money differs; `booked` is the last posting before the copy."""
    owner = f"provider:{provider}:{account}" if account else f"provider:{provider}"
    terms: dict[str, Any] = {
        "provider": provider,
        "account": account,
        "booked": booked,
        "owner": owner,
    }
    with connection.cursor() as cursor:
        cursor.execute(LATE)
        late = cursor.fetchone()
        cursor.execute(DIFFERENCES, terms | {"late": late[0] if late else None})
        columns = [column.name for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def copied_totals(*, provider: str, account: str, last: str) -> dict[tuple[str, str], int]:
    """What the copied lines add up to, by kind and currency, as far as the line named `last`."""
    with connection.cursor() as cursor:
        cursor.execute(COPIED, {"provider": provider, "account": account, "last": last})
        return {(kind, currency): minor for kind, currency, minor in cursor.fetchall()}
