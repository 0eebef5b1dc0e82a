"""What was tried, what was refused, which brakes are on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class Count(models.Model):
    """How much weight one bucket has gathered in one window. A bucket is a keyed hash."""

    bucket = models.CharField(max_length=40)
    seconds = models.PositiveIntegerField(help_text="Length of the window")
    begun_at = models.DateTimeField(help_text="When the window began")
    weight = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bucket", "seconds", "begun_at"], name="one_count_per_bucket_and_window"
            )
        ]
        indexes = [models.Index(fields=["begun_at"], name="counts_by_age")]

    def __str__(self) -> str:
        return f"count:{self.pk}"


class Attempt(models.Model):
    """One try that was let through, so that what became of it can be weighed later."""

    reference = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=80)
    buckets = ArrayField(models.CharField(max_length=40))
    at = models.DateTimeField(db_default=Now())
    refused_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "at"], name="attempts_by_subject"),
            models.Index(fields=["at"], name="attempts_by_age"),
        ]

    def __str__(self) -> str:
        return f"attempt:{self.pk}"


class Brake(models.Model):
    """Too many payments of a subject were refused: whoever tries must prove their mailbox first.

    `subject` is "site" or "campaign:42". A brake is on until it is released.
    """

    subject = models.CharField(max_length=80)
    set_at = models.DateTimeField(db_default=Now())
    refusals = models.PositiveIntegerField(help_text="In the ten minutes before")
    last_refusal_at = models.DateTimeField(db_default=Now())
    released_at = models.DateTimeField(null=True)
    released_by = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject"], condition=Q(released_at__isnull=True), name="one_brake_at_once"
            )
        ]

    def __str__(self) -> str:
        return f"brake:{self.pk}"


class Code(models.Model):
    """A code that was mailed to prove a mailbox, kept as a keyed hash, good once."""

    mailbox = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    sent = models.PositiveSmallIntegerField(default=1)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"code:{self.pk}"
