from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0001_campaigns"), ("history", "0002_clock_and_states")]

    operations = [
        migrations.RunSQL(sql("states.sql"), sql("states_reverse.sql")),
    ]
