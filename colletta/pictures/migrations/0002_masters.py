"""A picture keeps the file that its sizes are made from; those from before have none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pictures", "0001_pictures")]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="master",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="What the sizes are made from; never served",
                max_length=120,
            ),
        ),
    ]
