"""Facts, their deliveries, and the changes of every guarded state.

References to things are opaque strings such as "pledge:12": history stands below the rooms it
tells about and has no foreign key into them. No row here holds a name, an address or a text that
somebody wrote.
"""

from django.db import models

REFERENCE = r"^[a-z_]+:[A-Za-z0-9_.:-]+$"


class Fact(models.Model):
    """One thing that happened. Written by `record`, never changed, never removed."""

    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    by = models.CharField(max_length=120, blank=True)  # empty: the house itself
    at = models.DateTimeField()
    details = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="history_fact_is_about_an_opaque_reference",
                condition=models.Q(about__regex=REFERENCE),
            ),
            models.CheckConstraint(
                name="history_fact_is_by_an_opaque_reference",
                condition=models.Q(by="") | models.Q(by__regex=REFERENCE),
            ),
        ]
        indexes = [
            models.Index(fields=["about", "id"], name="history_fact_about"),
            models.Index(fields=["kind", "id"], name="history_fact_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"


class Delivery(models.Model):
    """One fact for one subscriber. This row is the truth, a job only wakes somebody to look."""

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="deliveries")
    subscriber = models.CharField(max_length=200)
    done_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(db_default=0)
    last_error = models.TextField(blank=True, db_default="")
    next_attempt_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                name="history_delivery_once_per_subscriber", fields=["fact", "subscriber"]
            ),
        ]
        indexes = [
            models.Index(
                name="history_delivery_pending",
                fields=["next_attempt_at", "id"],
                condition=models.Q(done_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact_id} for {self.subscriber}"


class Transition(models.Model):
    """A change of state that is allowed. `before` is empty for a state something may begin in."""

    subject = models.CharField(max_length=60)
    before = models.CharField(max_length=60, blank=True)
    after = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="history_transition_is_listed_once", fields=["subject", "before", "after"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.before or 'nothing'} -> {self.after}"


class StateChange(models.Model):
    """The event row of a guarded state. Only the guard's trigger writes it."""

    subject = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    before = models.CharField(max_length=60, blank=True)
    after = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["subject", "object_id", "id"], name="history_statechange_of"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}:{self.object_id} {self.before or 'nothing'} -> {self.after}"
