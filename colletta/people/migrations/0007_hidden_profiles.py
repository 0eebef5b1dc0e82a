from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_desk_roles"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="profile_hidden_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Since when a moderator hides it, whatever they chose",
                null=True,
            ),
        ),
    ]
