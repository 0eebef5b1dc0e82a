from pathlib import Path

from django.db import migrations


def sql(*names: str) -> str:
    folder = Path(__file__).parent
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_books"), ("history", "0002_clock_and_states")]

    operations = [
        migrations.RunSQL(
            sql("accounts.sql", "freeze.sql", "postings.sql", "transfers.sql"),
            sql("guards_reverse.sql"),
        ),
    ]
