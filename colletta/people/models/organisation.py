"""Organisations."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from colletta.people.models.person import Person


class Kind(models.TextChoices):
    """What sort of group it is."""

    ASSOCIATION = "association", _("Association")
    COOPERATIVE = "cooperative", _("Cooperative")
    FOUNDATION = "foundation", _("Foundation")
    PUBLIC_BODY = "public_body", _("Public body")
    SCHOOL = "school", _("School or parish")
    BUSINESS = "business", _("Business")
    INFORMAL = "informal", _("Informal group")


class Organisations(models.QuerySet["Organisation"]):
    """Which organisations a person may touch."""

    def of(self, person: Person) -> "Organisations":
        """Those in whose team the person is."""
        return self.filter(memberships__person=person)

    def editable_by(self, person: Person) -> "Organisations":
        """Those whose page the person may change."""
        return self.filter(memberships__person=person, memberships__role__in=EDITING)

    def led_by(self, person: Person) -> "Organisations":
        """Those whose team the person chooses."""
        return self.filter(memberships__person=person, memberships__role=Role.OWNER)


class Organisation(models.Model):
    """A group under whose name people act."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, blank=True, db_default="")
    place = models.CharField(max_length=120, blank=True, db_default="")
    contact_email = models.EmailField(max_length=254)
    contact_shown = models.BooleanField(default=True, db_default=True)
    about = models.JSONField(default=dict, help_text="Sanitised HTML by language")
    about_language = models.CharField(max_length=12, default="it")
    joined_at = models.DateTimeField(db_default=Now())

    objects = Organisations.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "contact_email"], name="one_organisation_per_name_and_contact"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def shown_contact(self) -> str:
        """The address everybody may see, or nothing."""
        return self.contact_email if self.contact_shown else ""


class Role(models.TextChoices):
    """What somebody does in a team."""

    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
    MODERATOR = "moderator", _("Moderator")
    TREASURER = "treasurer", _("Treasurer")


EDITING = (Role.OWNER, Role.EDITOR)


class Membership(models.Model):
    """One person's place in an organisation's team.

    A team that has members has an owner: migrations/team.sql holds it at every commit.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role)
    joined_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"], name="one_place_per_person_in_a_team"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="a_place_in_a_team_has_a_known_role"
            ),
        ]

    def __str__(self) -> str:
        return f"membership:{self.pk}"


class Invitations(models.QuerySet["Invitation"]):
    """Which invitations can still be taken up."""

    def open(self) -> "Invitations":
        """Neither taken up, nor withdrawn, nor past their time."""
        waiting = self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
        return waiting.filter(expires_at__gt=Now())


class Invitation(models.Model):
    """A mail that offers a place in a team. The link is kept as a hash alone."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(max_length=254)
    email_key = models.CharField(max_length=320)
    role = models.CharField(max_length=12, choices=Role)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = Invitations.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "email_key"],
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="one_open_invitation_per_mailbox_and_team",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="a_withdrawn_invitation_is_not_taken_up",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation:{self.pk}"
