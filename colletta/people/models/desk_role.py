"""Who works at the desk, as what."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from colletta.people.models.person import Person


class Role(models.TextChoices):
    """What somebody may do at the desk; the list is closed."""

    OPERATOR = "operator", _("Operator")
    MODERATOR = "moderator", _("Moderator")
    TREASURER = "treasurer", _("Treasurer")


class DeskRole(models.Model):
    """One role of one person at the desk, since when. Who gave it is in the fact."""

    Role = Role

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="desk_roles")
    role = models.CharField(max_length=20, choices=Role)
    given_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "role"], name="a_desk_role_is_given_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.role})"
