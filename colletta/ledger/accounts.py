"""Opening accounts when they are first used."""

from collections.abc import Iterable, Sequence

from django.db import connection

from colletta.ledger.models import Account
from colletta.ledger.moves import AccountRef

INSERT_ACCOUNTS = """
    INSERT INTO ledger_account (code, owner, currency, normal, floor)
    SELECT * FROM unnest(
        %(codes)s::text[], %(owners)s::text[], %(currencies)s::text[], %(normals)s::text[],
        %(floors)s::bigint[]
    )
    ON CONFLICT (code) DO NOTHING
"""


class AccountIsOther(ValueError):
    """An account of that code exists and is something else."""


def open_accounts(accounts: Sequence[AccountRef]) -> None:
    """Every account exists as named. Two callers at once open it once. Raises AccountIsOther."""
    # By code, so that two postings that open the same accounts wait for each other in one order.
    ordered = sorted(accounts, key=lambda account: account.code)
    with connection.cursor() as cursor:
        cursor.execute(
            INSERT_ACCOUNTS,
            {
                "codes": [account.code for account in ordered],
                "owners": [account.owner for account in ordered],
                "currencies": [account.currency for account in ordered],
                "normals": [account.normal for account in ordered],
                "floors": [account.floor for account in ordered],
            },
        )
    _must_be_as_named(ordered)


def _must_be_as_named(accounts: Iterable[AccountRef]) -> None:
    named = {account.code: account for account in accounts}
    columns = ("code", "owner", "currency", "normal", "floor")
    for row in Account.objects.filter(code__in=named).values_list(*columns):
        found = AccountRef(*row)
        if found != named[found.code]:
            raise AccountIsOther(f"{named[found.code]} was asked for, {found} exists")
