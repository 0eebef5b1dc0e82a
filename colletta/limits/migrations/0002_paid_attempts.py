from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("limits", "0001_limits")]

    operations = [
        migrations.AddField(
            model_name="attempt", name="paid_at", field=models.DateTimeField(null=True)
        ),
    ]
