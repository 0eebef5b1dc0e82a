"""Updates."""

from django.db import models

from colletta.campaigns.models import Campaign
from colletta.people.models import Person


class UpdateQuerySet(models.QuerySet["Update"]):
    """Which updates everybody reads."""

    def told(self) -> "UpdateQuerySet":
        """Those whose time has come, and that nobody hid."""
        return self.filter(told_at__isnull=False, hidden_at__isnull=True)


class Update(models.Model):
    """News from the owner. The text is sanitised HTML of the closed subset, by language.

    `published_at` is when it is, or was, to be told; `told_at` is when that was done.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="updates")
    name = models.CharField(max_length=120, help_text="Its file's name in the campaign's folder")
    language = models.CharField(max_length=12)
    titles = models.JSONField()
    texts = models.JSONField()
    published_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    hidden_because = models.CharField(max_length=500, blank=True, db_default="")

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "name"], name="one_update_per_name_and_campaign"
            )
        ]

    def __str__(self) -> str:
        return f"update:{self.pk}"
