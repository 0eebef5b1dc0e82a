"""Insiders whose address is known no more."""

from django.db import models

from colletta.campaigns.models import Campaign


class Insider(models.Model):
    """A supporter of a campaign whose gifts do not count for a match, whoever it was.

    Insiders are told by their addresses (exclusions.py). Whoever was erased has none, by which
    their gifts would become the crowd's. `key` is the opaque one of their pledges.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=330)
    reason = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "key"], name="an_insider_is_noted_once")
        ]

    def __str__(self) -> str:
        return f"insider:{self.pk}"
