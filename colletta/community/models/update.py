"""Updates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from colletta.campaigns.models import Campaign
from colletta.people.models import Person


class Readers(models.TextChoices):
    """Whom an update is for."""

    EVERYBODY = "everybody", _("Everybody")
    SUPPORTERS = "supporters", _("Supporters only")


class UpdateQuerySet(models.QuerySet["Update"]):
    """Which updates who reads."""

    def told(self) -> "UpdateQuerySet":
        """Those that everybody reads: their time has come, and nobody hid them."""
        return self._there().filter(readers=Readers.EVERYBODY)

    def told_to_supporters(self) -> "UpdateQuerySet":
        """Those that only supporters read, besides the campaign's people (readers.py)."""
        return self._there().filter(readers=Readers.SUPPORTERS)

    def _there(self) -> "UpdateQuerySet":
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
    readers = models.CharField(
        max_length=12, choices=Readers, default=Readers.EVERYBODY, db_default=Readers.EVERYBODY
    )
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
            ),
            models.CheckConstraint(
                condition=models.Q(readers__in=Readers.values), name="an_update_has_known_readers"
            ),
        ]

    def __str__(self) -> str:
        return f"update:{self.pk}"


class UpdatePicture(models.Model):
    """A picture of an update, with its alternative text by language.

    Files are named after a digest of what is in them: nobody guesses one before they are shown it.
    """

    update = models.ForeignKey(Update, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey("pictures.Picture", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    alternatives = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["update", "position"], name="one_picture_per_position_of_an_update"
            )
        ]

    def __str__(self) -> str:
        return f"update_picture:{self.pk}"
