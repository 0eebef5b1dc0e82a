"""What is kept because the law asks for it, and the links with which guests ask."""

from django.db import models
from django.db.models.functions import Now

from colletta.money import Money
from colletta.pledges.models import Pledge


class KeptReceipt(models.Model):
    """What a receipt of an erased supporter said, until its term ends.

    Nobody sees it but the treasurers of the desk. The pledge itself says nothing of whose it was.
    """

    pledge = models.OneToOneField(Pledge, on_delete=models.PROTECT, related_name="kept_receipt")
    name = models.CharField(max_length=200)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    given_at = models.DateTimeField()
    kept_since = models.DateTimeField(db_default=Now())
    kept_until = models.DateField(help_text="The last day; then the row goes")

    class Meta:
        ordering = ["kept_until", "pk"]
        indexes = [models.Index(fields=["kept_until"], name="receipts_by_end_of_term")]

    def __str__(self) -> str:
        return f"kept_receipt:{self.pk}"

    @property
    def amount(self) -> Money:
        """What was given, before anything went back."""
        return Money(self.amount_minor, self.currency)


class Asking(models.Model):
    """Somebody asked by mail what is held about an address; the link is kept as a hash alone."""

    email = models.EmailField(max_length=254)
    email_key = models.CharField(max_length=320)
    language = models.CharField(max_length=12)
    token_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["email_key", "asked_at"], name="askings_by_mailbox")]

    def __str__(self) -> str:
        return f"asking:{self.pk}"
