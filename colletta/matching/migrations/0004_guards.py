"""What the database refuses of matches by itself."""

from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0003_applications"),
        ("history", "0002_clock_and_states"),
        ("payments", "0002_states"),
    ]

    operations = [
        migrations.RunSQL(sql("states.sql"), sql("states_reverse.sql")),
        migrations.RunSQL(sql("pool.sql"), sql("pool_reverse.sql")),
        migrations.RunSQL(sql("terms.sql"), sql("terms_reverse.sql")),
        migrations.RunSQL(sql("offline.sql"), "DROP INDEX payments_made_offline;"),
    ]
