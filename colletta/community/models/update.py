"""Updates."""

from django.db import models

from colletta.campaigns.models import Campaign
from colletta.people.models import Person


class Update(models.Model):
    """News from the owner. The text is sanitised HTML of the closed subset, by language."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="updates")
    name = models.CharField(max_length=120, help_text="Its file's name in the campaign's folder")
    language = models.CharField(max_length=12)
    titles = models.JSONField()
    texts = models.JSONField()
    published_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    hidden_because = models.CharField(max_length=500, blank=True, db_default="")

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "name"], name="one_update_per_name_and_campaign"
            )
        ]

    def __str__(self) -> str:
        return f"update:{self.pk}"
