"""Comments."""

from django.db import models

from colletta.campaigns.models import Campaign
from colletta.people.models import Person


class Comment(models.Model):
    """What somebody said under a campaign, as plain text."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="comments")
    name = models.CharField(max_length=200)
    text = models.TextField(max_length=5000)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["published_at", "id"]
        indexes = [
            models.Index(fields=["campaign", "published_at", "id"], name="comments_in_order")
        ]

    def __str__(self) -> str:
        return f"comment:{self.pk}"
