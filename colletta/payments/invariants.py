"""What is always true of payments."""

from colletta.ledger.checks import Query, invariant


@invariant("What is held to be given back is what its payments say.")
def unclaimed_money_without_its_payments() -> Query:
    return Query("""
        WITH held AS (
            SELECT concat_ws(
                    ':', 'unclaimed', p.provider, nullif(p.provider_account, ''), p.currency
                ) AS code,
                sum(p.captured_minor - p.refunded_minor) AS minor
            FROM payments_unclaimed u JOIN payments_payment p ON p.id = u.payment_id GROUP BY 1
        )
        SELECT coalesce(a.code, held.code) AS code, a.balance, held.minor
        FROM held FULL JOIN (
            SELECT code, balance FROM ledger_account WHERE code LIKE 'unclaimed:%%'
        ) a USING (code)
        WHERE coalesce(a.balance, 0) <> coalesce(held.minor, 0)
    """)
