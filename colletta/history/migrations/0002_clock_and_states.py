from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("history", "0001_facts")]

    operations = [
        migrations.RunSQL(sql("clock.sql"), "DROP FUNCTION colletta_now();"),
        migrations.RunSQL(sql("append_only.sql"), sql("append_only_reverse.sql")),
        migrations.RunSQL(sql("guard_state.sql"), "DROP FUNCTION history_guard_state();"),
    ]
