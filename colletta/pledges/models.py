"""Pledges, supporters, what they add up to."""

from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from colletta.campaigns.models import Campaign
from colletta.money import Money
from colletta.people.models import Person
from colletta.pledges.reference import reference_of


class State(models.TextChoices):
    """Where a pledge stands; `pledges/migrations/*.sql` lists the steps between them."""

    PENDING = "pending"
    PROMISED = "promised"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"
    REFUNDED = "refunded"


class PledgeQuerySet(models.QuerySet["Pledge"]):
    """Which pledges count as what."""

    def gifts(self) -> "PledgeQuerySet":
        """Pledges whose money arrived and is still there."""
        return self.filter(state=State.CONFIRMED, net_minor__gt=0)

    def promises(self) -> "PledgeQuerySet":
        """Promises whose money has not been asked for yet."""
        return self.filter(state=State.PROMISED)

    def with_public_amount(self) -> "PledgeQuerySet":
        """Gifts whose supporter shows the amount, newest first."""
        return self.gifts().filter(show_amount=True).order_by("-confirmed_at", "-id")

    def with_public_promise(self) -> "PledgeQuerySet":
        """Promises, besides gifts, whose supporter shows the amount, newest first."""
        return self.standing().filter(show_amount=True).order_by("-id")

    def with_public_name_only(self) -> "PledgeQuerySet":
        """Gifts that show a name and hide the amount, once their group is published, by name.

        A group from which a gift went back is shown no more: the one name that vanished would tell
        its amount by what the total lost.
        """
        named = self.gifts().filter(show_name=True, name_hidden_at__isnull=True)
        hidden = named.filter(show_amount=False, name_group__isnull=False)
        gone = Pledge.objects.filter(name_group=OuterRef("name_group")).exclude(
            state=State.CONFIRMED, net_minor__gt=0
        )
        return hidden.exclude(Exists(gone)).order_by("name", "id")

    def waiting_names(self, campaign_id: int) -> "PledgeQuerySet":
        """Gifts whose name waits for others before it is shown without its amount."""
        hidden = self.gifts().filter(show_name=True, show_amount=False).exclude(name="")
        known = Pledge.objects.filter(
            campaign=campaign_id, email_key=OuterRef("email_key"), name_group__isnull=False
        ).exclude(email_key="")
        return hidden.filter(~Exists(known), campaign=campaign_id, name_group=None)

    def standing(self) -> "PledgeQuerySet":
        """Gifts and promises."""
        return self.filter(Q(state=State.PROMISED) | Q(state=State.CONFIRMED, net_minor__gt=0))


class Pledge(models.Model):
    """One supporter's promise of money to one campaign.

    `net_minor` is what arrived less what was given back. `reference` is what people call it by.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="pledges")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="pledges")
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    email_key = models.CharField(max_length=320, blank=True)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    net_minor = models.BigIntegerField(default=0)
    state = models.CharField(max_length=20, choices=State, default=State.PENDING)
    show_name = models.BooleanField(default=False)
    show_amount = models.BooleanField(default=False)
    # A name whose amount is hidden appears only together with others: see actions/publish_names.py.
    # The group is named by the first of its pledges.
    name_group = models.BigIntegerField(null=True)
    message = models.CharField(max_length=500, blank=True)
    # Since when a moderator hides name and message, whatever the switches say.
    name_hidden_at = models.DateTimeField(null=True)
    language = models.CharField(max_length=12, blank=True, default="", db_default="")
    # Made with the form: whatever sends the same form again finds this pledge.
    form_key = models.UUIDField(null=True)
    made_at = models.DateTimeField(db_default=Now())
    confirmed_at = models.DateTimeField(null=True)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount_minor__gt=0), name="a_pledge_is_positive"),
            models.CheckConstraint(
                condition=Q(net_minor__gte=0) & Q(net_minor__lte=F("amount_minor")),
                name="a_gift_is_at_most_its_pledge",
            ),
            models.CheckConstraint(
                condition=Q(net_minor=0) | Q(state="confirmed"),
                name="only_a_confirmed_pledge_has_money",
            ),
            models.UniqueConstraint(fields=["form_key"], name="one_pledge_per_form"),
        ]
        indexes = [
            models.Index(
                fields=["campaign", "-confirmed_at", "-id"],
                condition=Q(state="confirmed"),
                name="gifts_newest_first",
            ),
            models.Index(
                fields=["campaign", "name"],
                condition=Q(name_group__isnull=False),
                name="names_with_hidden_amounts",
            ),
            models.Index(
                fields=["campaign", "email_key"],
                condition=Q(name_group__isnull=False),
                name="people_whose_name_is_out",
            ),
            models.Index(
                fields=["name_group"],
                condition=Q(name_group__isnull=False),
                name="names_by_group",
            ),
            models.Index(
                fields=["campaign", "confirmed_at", "id"],
                condition=Q(
                    state="confirmed", show_name=True, show_amount=False, name_group__isnull=True
                ),
                name="names_that_wait",
            ),
            models.Index(
                fields=["campaign", "id"],
                condition=Q(state__in=["pending", "promised"]),
                name="pledges_still_open",
            ),
            models.Index(
                fields=["email_key"],
                condition=Q(person__isnull=True),
                name="pledges_of_nobody_yet",
            ),
        ]

    def __str__(self) -> str:
        return f"pledge:{self.pk}"

    @property
    def amount(self) -> Money:
        """What was promised."""
        return Money(self.amount_minor, self.currency)

    @property
    def net(self) -> Money:
        """What arrived, less what was given back."""
        return Money(self.net_minor, self.currency)

    @property
    def reference(self) -> str:
        """What people call it by, with check digits."""
        return reference_of(self.pk)

    @property
    def shown_at(self) -> datetime:
        """When it became a gift or, before that, when it was made."""
        return self.confirmed_at or self.made_at


class RefundRequestQuerySet(models.QuerySet["RefundRequest"]):
    """Which requests wait."""

    def still_open(self) -> "RefundRequestQuerySet":
        """Requests that nobody settled or took back."""
        return self.filter(taken_back_at=None, settled_at=None)


class RefundRequest(models.Model):
    """A supporter asks for their money back; the desk decides.

    It is open until it is taken back by the supporter, or settled.
    """

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="refund_requests")
    reason = models.CharField(max_length=1000, blank=True)
    asked_at = models.DateTimeField(db_default=Now())
    taken_back_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    objects = RefundRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pledge"],
                condition=Q(taken_back_at__isnull=True, settled_at__isnull=True),
                name="one_open_refund_request_per_pledge",
            )
        ]

    def __str__(self) -> str:
        return f"refund request:{self.pk}"


class Supporter(models.Model):
    """A person with money or a promise in a campaign, kept by a trigger on the pledges.

    `key` is the compared form of the e-mail, or `pledge:<id>` for a gift without one.
    `standing_minor` is net gifts plus live promises; at zero the row no longer counts.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="supporters")
    key = models.CharField(max_length=330)
    standing_minor = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "key"], name="one_supporter_per_campaign"),
            models.CheckConstraint(
                condition=Q(standing_minor__gte=0), name="a_supporter_never_stands_below_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"supporter:{self.pk}"


class Tally(models.Model):
    """What the pledges of a campaign add up to, kept by a trigger so that a page need not count."""

    campaign = models.OneToOneField(
        Campaign, on_delete=models.PROTECT, primary_key=True, related_name="tally"
    )
    supporters = models.PositiveIntegerField(default=0)
    promised_minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(promised_minor__gte=0), name="promises_never_fall_below_zero"
            )
        ]

    def __str__(self) -> str:
        return f"tally of campaign {self.campaign_id}"
