from pathlib import Path

from django.db import migrations, models


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("people", "0007_hidden_profiles")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="erased_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Since when nothing of them is left but this row's number",
                null=True,
            ),
        ),
        migrations.RunSQL(sql("erased.sql"), sql("erased_reverse.sql")),
    ]
