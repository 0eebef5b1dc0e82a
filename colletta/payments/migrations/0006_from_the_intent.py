from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("payments", "0005_late_money")]

    operations = [
        migrations.RunSQL(sql("from_the_intent.sql"), sql("from_the_intent_reverse.sql")),
    ]
