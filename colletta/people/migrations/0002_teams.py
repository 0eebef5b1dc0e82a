from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


def sql(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_people"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="contact_shown",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddField(
            model_name="organisation",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("association", "Association"),
                    ("cooperative", "Cooperative"),
                    ("foundation", "Foundation"),
                    ("public_body", "Public body"),
                    ("school", "School or parish"),
                    ("business", "Business"),
                    ("informal", "Informal group"),
                ],
                db_default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="organisation",
            name="place",
            field=models.CharField(blank=True, db_default="", max_length=120),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("email_key", models.CharField(max_length=320)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("editor", "Editor"),
                            ("moderator", "Moderator"),
                            ("treasurer", "Treasurer"),
                        ],
                        max_length=12,
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                (
                    "invited_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="people.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True), ("withdrawn_at__isnull", True)
                        ),
                        fields=("organisation", "email_key"),
                        name="one_open_invitation_per_mailbox_and_team",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            ("withdrawn_at__isnull", True),
                            _connector="OR",
                        ),
                        name="a_withdrawn_invitation_is_not_taken_up",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("editor", "Editor"),
                            ("moderator", "Moderator"),
                            ("treasurer", "Treasurer"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "joined_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="people.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "person"), name="one_place_per_person_in_a_team"
                    ),
                    models.CheckConstraint(
                        condition=models.Q((
                            "role__in",
                            ["owner", "editor", "moderator", "treasurer"],
                        )),
                        name="a_place_in_a_team_has_a_known_role",
                    ),
                ],
            },
        ),
        migrations.RunSQL(sql("team.sql"), sql("team_reverse.sql")),
    ]
