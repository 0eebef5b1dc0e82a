"""What is always true of payments."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from colletta.ledger.checks import CouldNotBeAsked, Query, invariant
from colletta.payments.actions.read_record import read_record
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused, Record
from colletta.payments.providers.registry import open_providers, provider_named
from colletta.payments.record import copied_totals, differences, last_posting


@invariant(_("What is held to be given back is what its payments say."))
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


@invariant(_("What each provider says it moved is what the books say, to the cent."))
def records_that_differ_from_the_books() -> Iterator[Mapping[str, Any]]:
    for name in open_providers():
        account = provider_named(name).account
        booked = last_posting()
        record = _newest(name)
        yield from differences(provider=name, account=account, booked=booked)
        yield from _gaps(record, copied_totals(provider=name, account=account, last=record.last))


def _newest(name: str) -> Record:
    try:
        record = read_record(provider_name=name)
    except (OutcomeUnknown, ProviderRefused, CallInsideTransaction) as silence:
        raise CouldNotBeAsked(f"{name}: {silence}") from silence
    if record.more:
        raise CouldNotBeAsked(f"{name}: its record is longer than what could be read by now")
    return record


def _gaps(record: Record, copied: Mapping[tuple[str, str], int]) -> Iterator[Mapping[str, Any]]:
    """Lines that we never saw show in the sums of all."""
    told = {("capture", currency): minor for currency, minor in record.captured.items()}
    told |= {("refund", currency): minor for currency, minor in record.refunded.items()}
    for name in sorted(told.keys() | copied.keys()):
        if told.get(name, 0) != copied.get(name, 0):
            yield {"all": name, "told": told.get(name, 0), "copied": copied.get(name, 0)}
