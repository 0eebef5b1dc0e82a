"""A match rule as data: the columns that a call's rule and each match under it share."""

from typing import Any

from django.db import models
from django.db.models import Q


class Gives(models.TextChoices):
    """What a match adds once its threshold is reached."""

    GAP_TO_TARGET = "gap-to-target"
    FLAT = "flat"
    SHARE_OF_TARGET = "share-of-target"
    RATIO = "ratio"
    QUADRATIC = "quadratic"


class Terms(models.Model):
    """When a partner adds, and what.

    Shares are in hundredths of a percent (`6000` is 60 %), a ratio in ten-thousandths (`10000` is
    euro for euro), sums in minor units of the campaign's currency.
    """

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

    class Meta:
        abstract = True

    def copied_terms(self) -> dict[str, Any]:
        """The columns of the rule, to be written into another row."""
        return {field.name: getattr(self, field.name) for field in Terms._meta.get_fields()}


ONE_THRESHOLD = Q(
    threshold_minor__isnull=False, threshold_minor__gte=0, threshold_share__isnull=True
) | Q(threshold_minor__isnull=True, threshold_share__isnull=False, threshold_share__lte=10_000)

# A comparison with NULL is unknown, which a check takes for true: so each sum that a rule needs is
# asked to be there. A ratio is over 0 and at most 10; what it may cost is bounded by a cap.
_RATIO = Q(ratio__isnull=False, ratio__gt=0, ratio__lte=100_000)
_CAP = Q(cap_minor__isnull=False, cap_minor__gt=0)
SAYS_WHAT_IT_GIVES = (
    (Q(gives="flat") & Q(amount_minor__isnull=False, amount_minor__gt=0))
    | (Q(gives="share-of-target") & Q(share__isnull=False, share__gt=0))
    | (Q(gives="ratio") & _RATIO & _CAP)
    | Q(gives__in=["gap-to-target", "quadratic"])
)
