"""A campaign asks to come under a call."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from colletta.campaigns.models import Campaign
from colletta.matching.models.call import Call
from colletta.matching.models.match import Match
from colletta.people.models import Person


class ApplicationState(models.TextChoices):
    """Where an application stands; migrations/states.sql lists the steps between them."""

    MADE = "made"
    ADMITTED = "admitted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Application(models.Model):
    """What a campaign answered to a call's questions, and what the partner made of it.

    `answers` are texts by the key of their question. `score` is 0 to 10; `note` is seen by the
    partner alone, `reason` by both sides.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="applications")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="applications")
    state = models.CharField(max_length=10, choices=ApplicationState, default=ApplicationState.MADE)
    answers = models.JSONField(default=dict)
    score = models.PositiveSmallIntegerField(null=True)
    note = models.TextField(blank=True, max_length=2000)
    reason = models.TextField(blank=True, max_length=2000)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)
    match = models.OneToOneField(
        Match, null=True, on_delete=models.PROTECT, related_name="application"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call", "campaign"],
                condition=Q(state__in=["made", "admitted"]),
                name="one_standing_application_per_call",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__lte=10), name="a_score_is_at_most_ten"
            ),
            models.CheckConstraint(
                condition=Q(match__isnull=False) | ~Q(state="admitted"),
                name="an_admitted_application_has_its_match",
            ),
        ]

    def __str__(self) -> str:
        return f"application:{self.pk}"


class Attachment(models.Model):
    """A document that answers a question; only both sides may fetch it."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="attachments"
    )
    question = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100, help_text="Its media type, read from its bytes")
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question"], name="one_document_per_question"
            )
        ]

    def __str__(self) -> str:
        return f"attachment:{self.pk}"
