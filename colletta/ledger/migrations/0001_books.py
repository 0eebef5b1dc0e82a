import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=120, unique=True)),
                ("owner", models.CharField(max_length=120)),
                ("currency", models.CharField(max_length=3)),
                (
                    "normal",
                    models.CharField(
                        choices=[("debit", "Debit"), ("credit", "Credit")], max_length=6
                    ),
                ),
                ("balance", models.BigIntegerField(db_default=0)),
                ("floor", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["owner"], name="ledger_account_owner")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("floor__isnull", True),
                            ("balance__gte", models.F("floor")),
                            _connector="OR",
                        ),
                        name="ledger_account_keeps_its_floor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("normal__in", ["debit", "credit"])),
                        name="ledger_account_normal_side_is_debit_or_credit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="ledger_account_currency_is_three_capitals",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z_]+(:[A-Za-z0-9_.-]+)+$")),
                        name="ledger_account_code_is_opaque",
                    ),
                    models.UniqueConstraint(
                        fields=("id", "currency"), name="ledger_account_has_one_currency"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Freeze",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("frozen_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("by", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="ledger_freeze_is_one_row"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("frozen_at__isnull", True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="ledger_freeze_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=200)),
                ("occurred_at", models.DateTimeField()),
                ("booked_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "id"], name="ledger_posting_kind")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key",), name="ledger_posting_key_is_used_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", ""), _negated=True),
                            models.Q(("key", ""), _negated=True),
                        ),
                        name="ledger_posting_has_a_kind_and_a_key",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("currency", models.CharField(max_length=3)),
                ("amount", models.BigIntegerField()),
                (
                    "destination",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credits",
                        to="ledger.account",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers",
                        to="ledger.posting",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="debits",
                        to="ledger.account",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="ledger_transfer_amount_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", models.F("destination")), _negated=True),
                        name="ledger_transfer_accounts_differ",
                    ),
                ],
            },
        ),
    ]
