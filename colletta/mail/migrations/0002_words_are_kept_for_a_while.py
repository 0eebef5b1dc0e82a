from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mail", "0001_letters")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="secret",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="letter",
            name="emptied_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("emptied_at__isnull", True)),
                fields=["written_at"],
                name="letters_with_words",
            ),
        ),
    ]
