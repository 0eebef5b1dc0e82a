from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("payments", "0004_unclaimed_record_lines")]

    operations = [
        migrations.RunSQL(sql("late_money.sql"), sql("late_money_reverse.sql")),
    ]
