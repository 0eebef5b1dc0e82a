"""How a campaign tells what it is: its texts and pictures."""

from django.db import models

from colletta.campaigns.models.campaign import Campaign


class CampaignText(models.Model):
    """Title, tagline, story in one language. The story is sanitised HTML of the closed subset."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=200, blank=True)
    tagline = models.CharField(max_length=300, blank=True)
    story = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "language"], name="one_text_per_campaign_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.title


class GalleryPicture(models.Model):
    """A picture of the gallery, with its alternative text and caption by language."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="gallery")
    picture = models.ForeignKey("pictures.Picture", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=200)
    alternatives = models.JSONField(default=dict)
    captions = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "position"], name="one_gallery_picture_per_position"
            )
        ]

    def __str__(self) -> str:
        return self.file_name
