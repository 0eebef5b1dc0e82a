"""How a campaign ends: the closing's frozen sums, or a cancellation."""

from django.db import models

from colletta.campaigns.models.campaign import Campaign


class Closure(models.Model):
    """What stood at the closing, frozen for ever."""

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, related_name="closure")
    closed_at = models.DateTimeField()
    promised_minor = models.BigIntegerField()
    raised_minor = models.BigIntegerField()
    supporters = models.PositiveIntegerField()
    reached = models.BooleanField()

    def __str__(self) -> str:
        return f"closure of campaign {self.campaign_id}"


class Cancellation(models.Model):
    """Somebody ended a campaign before its time, with a reason that everybody can read."""

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, related_name="cancellation")
    cancelled_at = models.DateTimeField()
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"cancellation of campaign {self.campaign_id}"
