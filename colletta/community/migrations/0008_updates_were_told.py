from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("community", "0007_told_updates")]

    operations = [
        migrations.RunSQL(
            "UPDATE community_update SET told_at = published_at WHERE told_at IS NULL",
            migrations.RunSQL.noop,
        ),
    ]
