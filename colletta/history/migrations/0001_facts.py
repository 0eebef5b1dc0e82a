import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("about", models.CharField(max_length=120)),
                ("by", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                ("details", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["about", "id"], name="history_fact_about"),
                    models.Index(fields=["kind", "id"], name="history_fact_kind"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("about__regex", "^[a-z_]+:[A-Za-z0-9_.:-]+$")),
                        name="history_fact_is_about_an_opaque_reference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("by", ""), ("by__regex", "^[a-z_]+:[A-Za-z0-9_.:-]+$"), _connector="OR"
                        ),
                        name="history_fact_is_by_an_opaque_reference",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StateChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=60)),
                ("object_id", models.BigIntegerField()),
                ("before", models.CharField(blank=True, max_length=60)),
                ("after", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["subject", "object_id", "id"], name="history_statechange_of"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Transition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=60)),
                ("before", models.CharField(blank=True, max_length=60)),
                ("after", models.CharField(max_length=60)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject", "before", "after"),
                        name="history_transition_is_listed_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subscriber", models.CharField(max_length=200)),
                ("done_at", models.DateTimeField(null=True)),
                ("attempts", models.PositiveIntegerField(db_default=0)),
                ("last_error", models.TextField(blank=True, db_default="")),
                ("next_attempt_at", models.DateTimeField()),
                (
                    "fact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="history.fact",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=["next_attempt_at", "id"],
                        name="history_delivery_pending",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("fact", "subscriber"), name="history_delivery_once_per_subscriber"
                    )
                ],
            },
        ),
    ]
