"""What a campaign plans: where the money goes, what supporters get, what people ask."""

from django.db import models

from colletta.campaigns.models.campaign import Campaign
from colletta.money import Money


class BudgetLine(models.Model):
    """One thing the money will buy; its amount may not be stated."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="budget")
    position = models.PositiveSmallIntegerField()
    names = models.JSONField(help_text="Name by language")
    notes = models.JSONField(default=dict, help_text="Note by language")
    amount_minor = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "position"], name="one_budget_line_per_position"
            ),
            models.CheckConstraint(
                condition=models.Q(amount_minor__gt=0), name="a_budget_line_is_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"budget line {self.position} of campaign {self.campaign_id}"

    @property
    def amount(self) -> Money | None:
        """What it costs, if stated."""
        if self.amount_minor is None:
            return None
        return Money(self.amount_minor, self.campaign.currency)


class Reward(models.Model):
    """What a supporter gets in return; `claimed` never passes `stock`, the database refuses it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="rewards")
    position = models.PositiveSmallIntegerField()
    names = models.JSONField(help_text="Name by language")
    price_minor = models.BigIntegerField()
    stock = models.PositiveIntegerField(null=True)
    claimed = models.PositiveIntegerField(default=0)
    delivery = models.CharField(max_length=7, blank=True)
    shipping = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "position"], name="one_reward_per_position"
            ),
            models.CheckConstraint(
                condition=models.Q(price_minor__gt=0), name="a_reward_has_a_price"
            ),
            models.CheckConstraint(
                condition=models.Q(stock__isnull=True) | models.Q(claimed__lte=models.F("stock")),
                name="a_reward_is_never_oversold",
            ),
        ]

    def __str__(self) -> str:
        return f"reward {self.position} of campaign {self.campaign_id}"

    @property
    def price(self) -> Money:
        """The least pledge that earns it."""
        return Money(self.price_minor, self.campaign.currency)

    @property
    def left(self) -> int | None:
        """How many are left; None where they are not counted."""
        return None if self.stock is None else self.stock - self.claimed


class Question(models.Model):
    """A question people ask, with the owner's answer, by language."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    questions = models.JSONField()
    answers = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "position"], name="one_question_per_position"
            )
        ]

    def __str__(self) -> str:
        return f"question {self.position} of campaign {self.campaign_id}"
