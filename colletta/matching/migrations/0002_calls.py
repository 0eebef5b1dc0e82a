"""Calls with their pools and rules, steps of matches."""

from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0001_matching"),
        ("campaigns", "0002_states"),
        ("people", "0006_desk_roles"),
    ]

    operations = [
        migrations.AddField(
            model_name="partner",
            name="organisation",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partner",
                to="people.organisation",
            ),
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, null=True, unique=True)),
                ("private", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("open", "Open"), ("closed", "Closed")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("titles", models.JSONField(default=dict, help_text="Title by language")),
                ("texts", models.JSONField(default=dict, help_text="Plain text by language")),
                ("language", models.CharField(default="it", max_length=12)),
                ("currency", models.CharField(max_length=3)),
                ("opens_at", models.DateTimeField(null=True)),
                ("closes_at", models.DateTimeField(null=True)),
                ("pool_minor", models.BigIntegerField()),
                ("reserved_minor", models.BigIntegerField(default=0)),
                ("claw_back_days", models.PositiveSmallIntegerField(default=14)),
                ("questions", models.JSONField(default=list)),
                ("board_key", models.UUIDField(null=True, unique=True)),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
        ),
        migrations.AddField(
            model_name="call",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="calls",
                to="matching.partner",
            ),
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("threshold_minor", models.BigIntegerField(null=True)),
                ("threshold_share", models.PositiveIntegerField(null=True)),
                ("minimum_supporters", models.PositiveIntegerField(default=0)),
                ("window_days", models.PositiveSmallIntegerField(null=True)),
                (
                    "gives",
                    models.CharField(
                        choices=[
                            ("gap-to-target", "Gap To Target"),
                            ("flat", "Flat"),
                            ("share-of-target", "Share Of Target"),
                            ("ratio", "Ratio"),
                            ("quadratic", "Quadratic"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount_minor", models.BigIntegerField(null=True)),
                ("share", models.PositiveIntegerField(null=True)),
                ("ratio", models.PositiveIntegerField(null=True)),
                ("cap_minor", models.BigIntegerField(null=True)),
                ("cap_per_gift_minor", models.BigIntegerField(null=True)),
                ("counts_offline", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rules",
                        to="matching.call",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "Offered"),
                            ("locked", "Locked"),
                            ("unlocked", "Unlocked"),
                            ("confirmed", "Confirmed"),
                            ("paid", "Paid"),
                            ("missed", "Missed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("amount_minor", models.BigIntegerField()),
                ("rule_version", models.PositiveIntegerField()),
                (
                    "made_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="matching.match",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.RenameField(model_name="match", old_name="call", new_name="call_name"),
        migrations.AddField(
            model_name="match",
            name="call",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="matches",
                to="matching.call",
            ),
        ),
        migrations.AddField(
            model_name="match", name="opens_at", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(
            model_name="match", name="closes_at", field=models.DateTimeField(null=True)
        ),
        migrations.AddField(
            model_name="match", name="reserved_minor", field=models.BigIntegerField(null=True)
        ),
        migrations.AddField(
            model_name="match", name="rule_version", field=models.PositiveIntegerField(default=1)
        ),
        migrations.AddField(
            model_name="match",
            name="state",
            field=models.CharField(
                choices=[
                    ("offered", "Offered"),
                    ("locked", "Locked"),
                    ("unlocked", "Unlocked"),
                    ("confirmed", "Confirmed"),
                    ("paid", "Paid"),
                    ("missed", "Missed"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="offered",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="match",
            name="gives",
            field=models.CharField(
                choices=[
                    ("gap-to-target", "Gap To Target"),
                    ("flat", "Flat"),
                    ("share-of-target", "Share Of Target"),
                    ("ratio", "Ratio"),
                    ("quadratic", "Quadratic"),
                ],
                max_length=20,
            ),
        ),
        migrations.RemoveConstraint(model_name="match", name="a_match_has_one_threshold"),
        migrations.RemoveConstraint(model_name="match", name="a_match_says_what_it_gives"),
        migrations.RunSQL(sql("private_calls.sql"), sql("private_calls_reverse.sql")),
        migrations.AlterField(
            model_name="match",
            name="call",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="matches",
                to="matching.call",
            ),
        ),
        migrations.AlterField(model_name="match", name="opens_at", field=models.DateTimeField()),
        migrations.AlterField(model_name="match", name="closes_at", field=models.DateTimeField()),
        migrations.AlterField(
            model_name="match", name="reserved_minor", field=models.BigIntegerField()
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("threshold_minor__gte", 0),
                        ("threshold_minor__isnull", False),
                        ("threshold_share__isnull", True),
                    ),
                    models.Q(
                        ("threshold_minor__isnull", True),
                        ("threshold_share__isnull", False),
                        ("threshold_share__lte", 10000),
                    ),
                    _connector="OR",
                ),
                name="a_match_has_one_threshold",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("gives", "flat"), ("amount_minor__gt", 0), ("amount_minor__isnull", False)
                    ),
                    models.Q(
                        ("gives", "share-of-target"), ("share__gt", 0), ("share__isnull", False)
                    ),
                    models.Q(
                        ("gives", "ratio"),
                        ("ratio__gt", 0),
                        ("ratio__isnull", False),
                        ("ratio__lte", 100000),
                        ("cap_minor__gt", 0),
                        ("cap_minor__isnull", False),
                    ),
                    ("gives__in", ["gap-to-target", "quadratic"]),
                    _connector="OR",
                ),
                name="a_match_says_what_it_gives",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(("reserved_minor__gte", 0)), name="a_reservation_is_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                name="a_match_has_a_window",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reserved_minor__gte", 0), ("reserved_minor__lte", models.F("pool_minor"))
                ),
                name="a_pool_is_never_over_promised",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("opens_at__isnull", True),
                    ("closes_at__isnull", True),
                    ("closes_at__gt", models.F("opens_at")),
                    _connector="OR",
                ),
                name="a_call_closes_after_it_opens",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("private", True),
                    models.Q(("opens_at__isnull", False), ("slug__isnull", False)),
                    _connector="OR",
                ),
                name="a_public_call_has_an_address_and_an_opening",
            ),
        ),
        migrations.AddConstraint(
            model_name="rule",
            constraint=models.UniqueConstraint(
                fields=("call", "version"), name="one_rule_per_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="rule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("threshold_minor__gte", 0),
                        ("threshold_minor__isnull", False),
                        ("threshold_share__isnull", True),
                    ),
                    models.Q(
                        ("threshold_minor__isnull", True),
                        ("threshold_share__isnull", False),
                        ("threshold_share__lte", 10000),
                    ),
                    _connector="OR",
                ),
                name="a_rule_has_one_threshold",
            ),
        ),
        migrations.AddConstraint(
            model_name="rule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("gives", "flat"), ("amount_minor__gt", 0), ("amount_minor__isnull", False)
                    ),
                    models.Q(
                        ("gives", "share-of-target"), ("share__gt", 0), ("share__isnull", False)
                    ),
                    models.Q(
                        ("gives", "ratio"),
                        ("ratio__gt", 0),
                        ("ratio__isnull", False),
                        ("ratio__lte", 100000),
                        ("cap_minor__gt", 0),
                        ("cap_minor__isnull", False),
                    ),
                    ("gives__in", ["gap-to-target", "quadratic"]),
                    _connector="OR",
                ),
                name="a_rule_says_what_it_gives",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.UniqueConstraint(
                fields=("match", "state"), name="one_step_per_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_minor__gte", 0)), name="a_step_is_not_negative"
            ),
        ),
    ]
