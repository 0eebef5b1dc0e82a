"""What a campaign came past."""

from django.db import models

from colletta.campaigns.models import Campaign


class Milestone(models.Model):
    """Something that happened to a campaign once, for its time line."""

    class Kind(models.TextChoices):
        """Which."""

        FIRST_GIFT = "first_gift"
        REACHED = "reached"
        ENDING = "ending"  # two days are left

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=20, choices=Kind)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "kind"], name="a_milestone_is_passed_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["first_gift", "reached", "ending"]),
                name="a_milestone_is_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"milestone:{self.pk}"
