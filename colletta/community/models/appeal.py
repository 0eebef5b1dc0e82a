"""Appeals."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from colletta.community.models.case import Case
from colletta.community.models.report import Report
from colletta.people.models import Person

LONGEST_APPEAL = 2000


class AppealQuerySet(models.QuerySet["Appeal"]):
    """Which appeals stand where."""

    def open(self) -> "AppealQuerySet":
        """Those that nobody decided yet, oldest first."""
        return self.filter(decided_at__isnull=True).order_by("made_at", "pk")


class Appeal(models.Model):
    """Somebody asks the desk to look again: who wrote it, or with a `report` who reported it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="appeals")
    report = models.ForeignKey(Report, null=True, on_delete=models.PROTECT, related_name="appeals")
    text = models.TextField(max_length=LONGEST_APPEAL)
    made_at = models.DateTimeField(db_default=Now())
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=500, blank=True, db_default="")

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(report__isnull=True), name="its_author_appeals_once"
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(report__isnull=False), name="a_reporter_appeals_once"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, granted_at__isnull=True)
                | (Q(decided_at__isnull=False) & ~Q(because="")),
                name="an_appeal_is_decided_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"appeal:{self.pk}"
