"""Cases: what was reported, and what the desk decided of it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from colletta.campaigns.models import Campaign
from colletta.community.models.comment import Comment
from colletta.community.models.update import Update
from colletta.people.models import Person
from colletta.pledges.models import Pledge


class Kind(models.TextChoices):
    """What can be reported; each value names the column that refers to it."""

    CAMPAIGN = "campaign", _("Campaign")
    COMMENT = "comment", _("Comment")
    UPDATE = "update", _("Update")
    PERSON = "person", _("Profile")
    PLEDGE = "pledge", _("Supporter’s name or message")


class Decision(models.TextChoices):
    """What becomes of it."""

    HIDDEN = "hidden", _("Hide it")
    KEPT = "kept", _("Leave it where it is")


def _about(kind: Kind) -> Q:
    others = {f"{other}__isnull": True for other in Kind.values if other != kind}
    return Q(kind=kind, **{f"{kind}__isnull": False}, **others)


class CaseQuerySet(models.QuerySet["Case"]):
    """Which cases stand where."""

    def open(self) -> "CaseQuerySet":
        """Those that nobody decided yet, oldest first."""
        return self.filter(decided_at__isnull=True).order_by("opened_at", "pk")

    def with_subjects(self) -> "CaseQuerySet":
        """With what they are about, in three queries."""
        known = self.select_related(
            "campaign__owner_person", "campaign__owner_organisation", "comment__campaign",
            "comment__person", "update__campaign__owner_person",
            "update__campaign__owner_organisation", "person", "pledge__campaign",
            "pledge__person", "decided_by",
        )  # fmt: skip
        return known.prefetch_related("campaign__texts", "reports")


class Case(models.Model):
    """One thing that was reported, until the desk decides; reported again later, it is another.

    Exactly one of the five references is set: the one that `kind` names.
    """

    kind = models.CharField(max_length=12, choices=Kind)
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.PROTECT, related_name="+")
    comment = models.ForeignKey(Comment, null=True, on_delete=models.PROTECT, related_name="cases")
    update = models.ForeignKey(Update, null=True, on_delete=models.PROTECT, related_name="cases")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    pledge = models.ForeignKey(Pledge, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(db_default=Now())
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    decision = models.CharField(max_length=8, choices=Decision, blank=True, db_default="")
    because = models.CharField(max_length=500, blank=True, db_default="")

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_about(Kind.CAMPAIGN)
                | _about(Kind.COMMENT)
                | _about(Kind.UPDATE)
                | _about(Kind.PERSON)
                | _about(Kind.PLEDGE),
                name="a_case_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decision="")
                | (Q(decided_at__isnull=False, decision__in=Decision.values) & ~Q(because="")),
                name="a_case_is_decided_for_a_reason",
            ),
            *(
                models.UniqueConstraint(
                    fields=[kind],
                    condition=Q(decided_at__isnull=True),
                    name=f"one_open_case_per_{kind}",
                )
                for kind in Kind.values
            ),
        ]
        indexes = [
            models.Index(
                fields=["opened_at"], condition=Q(decided_at__isnull=True), name="cases_that_wait"
            )
        ]

    def __str__(self) -> str:
        return f"case:{self.pk}"
