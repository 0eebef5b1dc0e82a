from pathlib import Path

from django.db import migrations


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("pledges", "0004_form_keys_refund_requests")]

    operations = [
        migrations.RunSQL(sql("person.sql"), sql("person_reverse.sql")),
    ]
