from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_states"),
        ("pledges", "0002_window_tally_states"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="pledge",
            name="names_with_hidden_amounts",
        ),
        migrations.RemoveField(
            model_name="pledge",
            name="name_published",
        ),
        migrations.AddField(
            model_name="pledge",
            name="name_group",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="pledge",
            index=models.Index(
                condition=models.Q(("name_group__isnull", False)),
                fields=["campaign", "name"],
                name="names_with_hidden_amounts",
            ),
        ),
        migrations.AddIndex(
            model_name="pledge",
            index=models.Index(
                condition=models.Q(("name_group__isnull", False)),
                fields=["campaign", "email_key"],
                name="people_whose_name_is_out",
            ),
        ),
        migrations.AddIndex(
            model_name="pledge",
            index=models.Index(
                condition=models.Q(("name_group__isnull", False)),
                fields=["name_group"],
                name="names_by_group",
            ),
        ),
        migrations.AddIndex(
            model_name="pledge",
            index=models.Index(
                condition=models.Q(
                    ("name_group__isnull", True),
                    ("show_amount", False),
                    ("show_name", True),
                    ("state", "confirmed"),
                ),
                fields=["campaign", "confirmed_at", "id"],
                name="names_that_wait",
            ),
        ),
    ]
