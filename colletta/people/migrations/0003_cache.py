"""A cache that every process shares, in the table that Django's cache expects."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


class Migration(migrations.Migration):
    dependencies = [("people", "0002_teams")]

    operations = [
        migrations.RunSQL(
            HERE.joinpath("cache.sql").read_text(encoding="utf-8"),
            HERE.joinpath("cache_reverse.sql").read_text(encoding="utf-8"),
        ),
    ]
