import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pledges", "0003_groups_of_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="pledge",
            name="form_key",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="pledge",
            name="language",
            field=models.CharField(blank=True, db_default="", default="", max_length=12),
        ),
        migrations.AddConstraint(
            model_name="pledge",
            constraint=models.UniqueConstraint(fields=("form_key",), name="one_pledge_per_form"),
        ),
        migrations.AddIndex(
            model_name="pledge",
            index=models.Index(
                condition=models.Q(("person__isnull", True)),
                fields=["email_key"],
                name="pledges_of_nobody_yet",
            ),
        ),
        migrations.CreateModel(
            name="RefundRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=1000)),
                (
                    "asked_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "pledge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refund_requests",
                        to="pledges.pledge",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("settled_at__isnull", True), ("taken_back_at__isnull", True)
                        ),
                        fields=("pledge",),
                        name="one_open_refund_request_per_pledge",
                    )
                ],
            },
        ),
    ]
