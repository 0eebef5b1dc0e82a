"""The switch that freezes money, for what moves money before it has a posting."""

from django.db import DatabaseError, connection

from colletta.ledger.actions.post import MoneyIsFrozen


def require_thawed() -> None:
    """Money may move until this transaction ends: a freeze waits for it. Raises MoneyIsFrozen.

    For the transaction that writes the intent of a charge, a refund or a payout.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT ledger_require_thawed()")
    except DatabaseError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if getattr(diagnosis, "constraint_name", None) == "ledger_money_is_frozen":
            raise MoneyIsFrozen(str(error)) from error
        raise
