"""Partners and the matches they offer."""

from django.db import models
from django.db.models import Q

from colletta.campaigns.models import Campaign
from colletta.money import Money


class Gives(models.TextChoices):
    """What a match adds once its threshold is reached."""

    GAP_TO_TARGET = "gap-to-target"
    FLAT = "flat"
    SHARE_OF_TARGET = "share-of-target"
    RATIO = "ratio"


class Partner(models.Model):
    """An organisation that adds money; one row for a case-folded name and place."""

    name = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=420, unique=True)

    def __str__(self) -> str:
        return self.name


class Match(models.Model):
    """One partner's offer to one campaign: the rule as data.

    Shares are in hundredths of a percent (`6000` is 60 %), a ratio in ten-thousandths (`10000` is
    euro for euro), sums in minor units of the campaign's currency.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="matches")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="matches")
    position = models.PositiveSmallIntegerField()
    threshold_minor = models.BigIntegerField(null=True)
    threshold_share = models.PositiveIntegerField(null=True)
    minimum_supporters = models.PositiveIntegerField(default=0)
    window_days = models.PositiveSmallIntegerField(null=True)
    gives = models.CharField(max_length=20, choices=Gives)
    amount_minor = models.BigIntegerField(null=True)
    share = models.PositiveIntegerField(null=True)
    ratio = models.PositiveIntegerField(null=True)
    cap_minor = models.BigIntegerField(null=True)
    cap_per_gift_minor = models.BigIntegerField(null=True)
    counts_offline = models.BooleanField(default=False)
    call = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "position"], name="one_match_per_position"),
            models.CheckConstraint(
                condition=Q(threshold_minor__isnull=False, threshold_share__isnull=True)
                | Q(threshold_minor__isnull=True, threshold_share__isnull=False),
                name="a_match_has_one_threshold",
            ),
            models.CheckConstraint(
                condition=(Q(gives="flat") & Q(amount_minor__gt=0))
                | (Q(gives="share-of-target") & Q(share__gt=0))
                | (Q(gives="ratio") & Q(ratio__gt=0, ratio__lte=100_000, cap_minor__gt=0))
                | Q(gives="gap-to-target"),
                name="a_match_says_what_it_gives",
            ),
        ]

    def __str__(self) -> str:
        return f"match:{self.pk}"

    def money(self, minor: int | None) -> Money | None:
        """A sum of this match in the campaign's currency."""
        return None if minor is None else Money(minor, self.campaign.currency)

    @property
    def threshold(self) -> Money:
        """The sum people must give first; a share of the target is rounded up to the minor unit."""
        if self.threshold_minor is not None:
            return Money(self.threshold_minor, self.campaign.currency)
        assert self.threshold_share is not None, "the database holds one threshold for each match"
        exact = self.campaign.target_minor * self.threshold_share
        return Money(-(-exact // 10_000), self.campaign.currency)
