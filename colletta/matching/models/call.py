"""A partner's call: a pool, a rule, a window, campaigns that apply."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from colletta.matching.models.partner import Partner
from colletta.matching.models.terms import ONE_THRESHOLD, SAYS_WHAT_IT_GIVES, Terms
from colletta.money import Money
from colletta.people.models import Person


class CallState(models.TextChoices):
    """Where a call stands; migrations/*.sql lists the steps between them."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class CallQuerySet(models.QuerySet["Call"]):
    """Who may see which calls."""

    def public(self) -> "CallQuerySet":
        """Calls that every visitor may see."""
        return self.filter(private=False).exclude(state=CallState.DRAFT)

    def looked_after_by(self, person: Person) -> "CallQuerySet":
        """Calls of the partners in whose team the person is."""
        return self.filter(private=False, partner__organisation__memberships__person=person)


class Call(models.Model):
    """A pool of money that a partner shares out over many campaigns under one rule.

    A private call stands behind one match that was offered without any; its pool is what that may
    cost. `reserved_minor` is what the matches of the call may cost together: a trigger keeps it,
    and it never passes the pool (guard D11). `questions` are asked of whoever applies: each has a
    `key`, a `label` by language, a `kind` (text or file), and says whether it is `required`.
    """

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="calls")
    # NULL for a private call, which has no page: an empty text would be used twice.
    slug = models.SlugField(max_length=80, unique=True, null=True)  # noqa: DJ001
    private = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=CallState, default=CallState.DRAFT)
    titles = models.JSONField(default=dict, help_text="Title by language")
    texts = models.JSONField(default=dict, help_text="Plain text by language")
    language = models.CharField(max_length=12, default="it")
    currency = models.CharField(max_length=3)
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    pool_minor = models.BigIntegerField()
    reserved_minor = models.BigIntegerField(default=0)
    claw_back_days = models.PositiveSmallIntegerField(default=14)
    questions = models.JSONField(default=list)
    board_key = models.UUIDField(null=True, unique=True)
    made_at = models.DateTimeField(db_default=Now())

    objects = CallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reserved_minor__gte=0) & Q(reserved_minor__lte=F("pool_minor")),
                name="a_pool_is_never_over_promised",
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(closes_at__gt=F("opens_at")),
                name="a_call_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(private=True) | Q(slug__isnull=False, opens_at__isnull=False),
                name="a_public_call_has_an_address_and_an_opening",
            ),
        ]

    def __str__(self) -> str:
        return f"call:{self.pk}"

    @property
    def pool(self) -> Money:
        """All that the partner may have to pay under this call."""
        return Money(self.pool_minor, self.currency)

    @property
    def rule(self) -> "Rule":
        """The version that a campaign admitted now comes under."""
        latest = self.rules.order_by("-version").first()
        assert latest is not None, "a call is made together with its first rule"
        return latest


class Rule(Terms):
    """One version of a call's rule; once a match stands under it, it never changes."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="rules")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "version"], name="one_rule_per_version"),
            models.CheckConstraint(condition=ONE_THRESHOLD, name="a_rule_has_one_threshold"),
            models.CheckConstraint(condition=SAYS_WHAT_IT_GIVES, name="a_rule_says_what_it_gives"),
        ]

    def __str__(self) -> str:
        return f"rule:{self.pk}"
