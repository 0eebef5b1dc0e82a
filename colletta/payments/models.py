"""Payments and the notices that providers send about them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from colletta.money import Money


class State(models.TextChoices):
    """Where a payment stands; `payments/migrations/*.sql` lists the steps between them."""

    INTENDED = "intended"
    STARTED = "started"
    ACTION_NEEDED = "action_needed"
    PROCESSING = "processing"
    UNKNOWN = "unknown"
    AUTHORISED = "authorised"
    CAPTURED = "captured"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


LIVE_STATES = (
    State.INTENDED,
    State.STARTED,
    State.ACTION_NEEDED,
    State.PROCESSING,
    State.UNKNOWN,
    State.AUTHORISED,
)

# Shown as being on its way.
UNDER_WAY = (State.PROCESSING, State.UNKNOWN)


class Method(models.TextChoices):
    """How a supporter pays."""

    CARD = "card"
    PAYPAL = "paypal"
    BANK_TRANSFER = "bank_transfer"
    SEPA_DEBIT = "sepa_debit"
    CASH = "cash"


class Payment(models.Model):
    """One attempt to move money through a provider, for a purpose that another room owns."""

    purpose = models.CharField(max_length=20)
    purpose_id = models.BigIntegerField()
    provider = models.CharField(max_length=30)
    provider_account = models.CharField(max_length=100, blank=True)
    # NULL until the provider names its object: an empty text would be used twice.
    provider_object = models.CharField(max_length=200, null=True)  # noqa: DJ001
    method = models.CharField(max_length=20, choices=Method)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    captured_minor = models.BigIntegerField(default=0)
    refunded_minor = models.BigIntegerField(default=0)
    disputed_minor = models.BigIntegerField(default=0)
    state = models.CharField(max_length=20, choices=State, default=State.INTENDED)
    intended_at = models.DateTimeField(db_default=Now())
    looked_at = models.DateTimeField(null=True, help_text="When the provider was last asked")
    captured_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(
        null=True, help_text="Since when, by its provider, nothing can be taken through it"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "purpose_id"],
                condition=Q(state__in=LIVE_STATES),
                name="one_live_payment_per_purpose",
            ),
            models.UniqueConstraint(
                fields=["provider", "provider_account", "provider_object"],
                name="a_provider_object_is_used_once",
            ),
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="a_payment_is_positive"),
            models.CheckConstraint(
                condition=Q(captured_minor__gte=0) & Q(captured_minor__lte=F("amount_minor")),
                name="no_more_is_captured_than_asked",
            ),
            models.CheckConstraint(
                condition=Q(refunded_minor__gte=0)
                & Q(disputed_minor__gte=0)
                & Q(captured_minor__gte=F("refunded_minor") + F("disputed_minor")),
                name="no_more_is_given_back_than_captured",
            ),
        ]
        indexes = [models.Index(fields=["purpose", "purpose_id"], name="payments_by_purpose")]

    def __str__(self) -> str:
        return f"payment:{self.pk}"

    @property
    def amount(self) -> Money:
        """What is to be moved."""
        return Money(self.amount_minor, self.currency)


class Mismatch(models.Model):
    """A provider's object that is not what we asked for: parked until a person has looked at it."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="mismatches")
    said = models.JSONField(help_text="What the provider said, against what we know")
    noticed_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment"],
                condition=Q(settled_at__isnull=True),
                name="a_payment_is_parked_once",
            )
        ]

    def __str__(self) -> str:
        return f"mismatch:{self.pk}"


class Unclaimed(models.Model):
    """Money of a payment that arrived and that its purpose cannot take: to be given back.

    It is settled when the provider says that all of it went back.
    """

    payment = models.OneToOneField(Payment, on_delete=models.PROTECT, related_name="unclaimed")
    why = models.CharField(max_length=200)
    noticed_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"unclaimed:{self.pk}"


class RecordLine(models.Model):
    """A line of a provider's own record of money that moved, copied as it was read.

    `applied_at` is set once the payment that it is about has been read since; a line about nothing
    of ours never has it. `read_at` is by our clock, `moved_at` by the provider's.
    """

    class Kind(models.TextChoices):
        CAPTURE = "capture"
        REFUND = "refund"

    provider = models.CharField(max_length=30)
    provider_account = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    object_id = models.CharField(max_length=200)
    reference = models.CharField(max_length=200, blank=True)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    moved_at = models.DateTimeField()
    read_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "provider_account", "name"], name="a_line_is_copied_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(applied_at__isnull=True), name="lines_to_look_at"
            )
        ]

    def __str__(self) -> str:
        return f"line:{self.pk}"


class Notice(models.Model):
    """What a provider told us, stored once.

    `processed_at` is set in the transaction that applies it.
    """

    provider = models.CharField(max_length=30)
    provider_account = models.CharField(max_length=100, blank=True)
    event = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    body = models.JSONField()
    received_at = models.DateTimeField(db_default=Now())
    processed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "provider_account", "event"], name="a_notice_is_stored_once"
            )
        ]

    def __str__(self) -> str:
        return f"notice:{self.pk}"
