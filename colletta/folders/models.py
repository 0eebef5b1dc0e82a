"""Which campaign came out of which folder."""

from django.db import models

from colletta.campaigns.models import Campaign


class Loading(models.Model):
    """A folder that became a campaign.

    `contents` names what every file and key said, so that a later difference can be named too.
    Offsets in the folder count from `loaded_at`; what they came to is in the campaign's own dates.
    """

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, related_name="loading")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the contents")
    contents = models.JSONField()
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"loading of campaign {self.campaign_id}"
