"""Accounts, postings, transfers, and the switch that freezes money.

Amounts are integers of minor units. The rules live in the database (see the .sql files beside the
migrations); these models are for reading. Writing goes through `actions/post.py`, the only door.
"""

from django.db import models


class Account(models.Model):
    """A place where money is, or a memo of it. `owner` is an opaque reference ("campaign:42")."""

    class Normal(models.TextChoices):
        DEBIT = "debit"  # balance = debits - credits: what we have, what we gave
        CREDIT = "credit"  # balance = credits - debits: what we owe, what we received

    code = models.CharField(max_length=120, unique=True)
    owner = models.CharField(max_length=120)
    currency = models.CharField(max_length=3)
    normal = models.CharField(max_length=6, choices=Normal)
    balance = models.BigIntegerField(db_default=0)
    floor = models.BigIntegerField(null=True)  # none: the balance may fall without a limit

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ledger_account_keeps_its_floor",
                condition=models.Q(floor__isnull=True) | models.Q(balance__gte=models.F("floor")),
            ),
            models.CheckConstraint(
                name="ledger_account_normal_side_is_debit_or_credit",
                condition=models.Q(normal__in=["debit", "credit"]),
            ),
            models.CheckConstraint(
                name="ledger_account_currency_is_three_capitals",
                condition=models.Q(currency__regex="^[A-Z]{3}$"),
            ),
            models.CheckConstraint(
                name="ledger_account_code_is_opaque",
                condition=models.Q(code__regex="^[a-z_]+(:[A-Za-z0-9_.-]+)+$"),
            ),
            # What a transfer's foreign keys point at, so that it cannot mix currencies.
            models.UniqueConstraint(
                name="ledger_account_has_one_currency", fields=["id", "currency"]
            ),
        ]
        indexes = [models.Index(fields=["owner"], name="ledger_account_owner")]

    def __str__(self) -> str:
        return self.code


class Posting(models.Model):
    """One business fact in the books. The same key never books twice."""

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    occurred_at = models.DateTimeField()
    booked_at = models.DateTimeField()  # set by the database, whatever was said

    class Meta:
        constraints = [
            models.UniqueConstraint(name="ledger_posting_key_is_used_once", fields=["key"]),
            models.CheckConstraint(
                name="ledger_posting_has_a_kind_and_a_key",
                condition=~models.Q(kind="") & ~models.Q(key=""),
            ),
        ]
        indexes = [models.Index(fields=["kind", "id"], name="ledger_posting_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Transfer(models.Model):
    """An amount from one account, which is debited, to another, which is credited."""

    # The seal's trigger asks for the posting, in replica mode too. A foreign key beside it would
    # answer a TRUNCATE of the postings before the guard does, with another SQLSTATE.
    posting = models.ForeignKey(
        Posting, on_delete=models.PROTECT, related_name="transfers", db_constraint=False
    )
    # Their foreign keys are composite, with the currency: see transfers.sql.
    source = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="debits", db_constraint=False
    )
    destination = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="credits", db_constraint=False
    )
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField()  # minor units

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="ledger_transfer_amount_is_positive", condition=models.Q(amount__gt=0)
            ),
            models.CheckConstraint(
                name="ledger_transfer_accounts_differ",
                condition=~models.Q(source=models.F("destination")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} from {self.source_id} to {self.destination_id}"


class Freeze(models.Model):
    """The one row that stops money. Frozen while `frozen_at` is set; every posting reads it."""

    id = models.SmallIntegerField(primary_key=True)
    frozen_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=120, blank=True)  # opaque; empty: the house itself

    class Meta:
        constraints = [
            models.CheckConstraint(name="ledger_freeze_is_one_row", condition=models.Q(id=1)),
            models.CheckConstraint(
                name="ledger_freeze_says_why",
                condition=models.Q(frozen_at__isnull=True) | ~models.Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"frozen: {self.reason}" if self.frozen_at else "not frozen"
