from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_states"),
        ("community", "0009_erased_people"),
        ("pictures", "0002_masters"),
    ]

    operations = [
        migrations.CreateModel(
            name="UpdatePicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("alternatives", models.JSONField()),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="update",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="community.update",
            ),
        ),
        migrations.AddField(
            model_name="update",
            name="readers",
            field=models.CharField(
                choices=[("everybody", "Everybody"), ("supporters", "Supporters only")],
                db_default="everybody",
                default="everybody",
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="update",
            constraint=models.CheckConstraint(
                condition=models.Q(("readers__in", ["everybody", "supporters"])),
                name="an_update_has_known_readers",
            ),
        ),
        migrations.AddField(
            model_name="updatepicture",
            name="picture",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pictures.picture"
            ),
        ),
        migrations.AddField(
            model_name="updatepicture",
            name="update",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pictures",
                to="community.update",
            ),
        ),
        migrations.AddConstraint(
            model_name="updatepicture",
            constraint=models.UniqueConstraint(
                fields=("update", "position"), name="one_picture_per_position_of_an_update"
            ),
        ),
        migrations.RunSQL(sql("answers_about.sql"), sql("answers_about_reverse.sql")),
    ]
