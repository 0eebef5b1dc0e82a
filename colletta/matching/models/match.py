"""A match: one partner's rule at work on one campaign, and every step it took."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from colletta.campaigns.models import Campaign
from colletta.matching.models.call import Call
from colletta.matching.models.partner import Partner
from colletta.matching.models.terms import ONE_THRESHOLD, SAYS_WHAT_IT_GIVES, Terms
from colletta.money import Money


class MatchState(models.TextChoices):
    """Where a match stands; migrations/states.sql lists the steps between them."""

    OFFERED = "offered"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    CONFIRMED = "confirmed"
    PAID = "paid"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


# What gifts, refunds and the clock still move.
LIVE_MATCHES = (MatchState.OFFERED, MatchState.LOCKED, MatchState.UNLOCKED)


class Match(Terms):
    """One partner's promise to one campaign, with its own copy of the rule, which never changes.

    It counts what is given between `opens_at` and `closes_at`, both included. `reserved_minor` is
    the most it may still cost, `rule_version` the version of its call's rule that was copied.
    `call_name` is what a campaign's folder calls its call.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="matches")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="matches")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="matches")
    call_name = models.CharField(max_length=80, blank=True)
    rule_version = models.PositiveIntegerField(default=1)
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=MatchState, default=MatchState.OFFERED)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    reserved_minor = models.BigIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "position"], name="one_match_per_position"),
            models.CheckConstraint(condition=ONE_THRESHOLD, name="a_match_has_one_threshold"),
            models.CheckConstraint(condition=SAYS_WHAT_IT_GIVES, name="a_match_says_what_it_gives"),
            models.CheckConstraint(
                condition=Q(reserved_minor__gte=0), name="a_reservation_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="a_match_has_a_window"
            ),
        ]

    def __str__(self) -> str:
        return f"match:{self.pk}"

    def money(self, minor: int | None) -> Money | None:
        """A sum of this match in the campaign's currency."""
        return None if minor is None else Money(minor, self.campaign.currency)

    @property
    def ends_first(self) -> bool:
        """Whether it stops counting before the campaign closes: by its days, or with its call."""
        return bool(self.window_days) or self.closes_at < self.campaign.closes_at

    @property
    def threshold(self) -> Money:
        """The sum people must give first; a share of the target is rounded up to the minor unit."""
        if self.threshold_minor is not None:
            return Money(self.threshold_minor, self.campaign.currency)
        assert self.threshold_share is not None, "the database holds one threshold for each match"
        exact = self.campaign.target_minor * self.threshold_share
        return Money(-(-exact // 10_000), self.campaign.currency)


class Step(models.Model):
    """A state that a match reached, once: at which instant, with which sum, under which version.

    The sum is what was reserved (offered, locked), what the partner adds at that instant (unlocked,
    confirmed, paid), what was set free (missed, withdrawn).
    """

    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=MatchState)
    at = models.DateTimeField()
    amount_minor = models.BigIntegerField()
    rule_version = models.PositiveIntegerField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["match", "state"], name="one_step_per_state"),
            models.CheckConstraint(condition=Q(amount_minor__gte=0), name="a_step_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"step:{self.pk}"
