from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("people", "0008_erased_people"), ("community", "0008_updates_were_told")]

    operations = [
        migrations.RunSQL(sql("erased.sql"), sql("erased_reverse.sql")),
    ]
