from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pledges", "0005_a_person_is_set_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="pledge",
            name="name_hidden_at",
            field=models.DateTimeField(null=True),
        ),
    ]
