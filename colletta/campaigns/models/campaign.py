"""The campaign itself: whose it is, what it asks for, between which instants."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from colletta.campaigns.categories import Category
from colletta.money import Money
from colletta.people.models import Organisation, Person

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from colletta.campaigns.models.telling import CampaignText


class Type(models.TextChoices):
    """What happens if the target is missed."""

    KEEP_IT_ALL = "keep-it-all", _("Keep it all")
    ALL_OR_NOTHING = "all-or-nothing", _("All or nothing")


class State(models.TextChoices):
    """Where a campaign stands; `campaigns/migrations/*.sql` lists the steps between them."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    APPROVED = "approved", _("Approved")
    SCHEDULED = "scheduled", _("Opening soon")
    LIVE = "live", _("Open")
    CLOSING = "closing", _("Closing")
    ENDED = "ended", _("Ended")
    SETTLED = "settled", _("Settled")
    SUSPENDED = "suspended", _("Suspended")
    CANCELLED = "cancelled", _("Cancelled")


PUBLIC_STATES = frozenset({
    State.SCHEDULED,
    State.LIVE,
    State.CLOSING,
    State.ENDED,
    State.SETTLED,
    State.SUSPENDED,
    State.CANCELLED,
})


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What a campaign says of itself, with the language of each part."""

    title: str
    title_language: str
    tagline: str
    tagline_language: str
    story: str
    story_language: str


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Who may see which campaigns, and which are due."""

    def public(self) -> "CampaignQuerySet":
        """Campaigns that every visitor may see."""
        return self.filter(state__in=PUBLIC_STATES)

    def live(self) -> "CampaignQuerySet":
        """Campaigns that are open."""
        return self.filter(state=State.LIVE)

    def to_open(self, *, at: datetime) -> "CampaignQuerySet":
        """Scheduled campaigns whose opening has come."""
        return self.filter(state=State.SCHEDULED, opens_at__lte=at).order_by("id")

    def to_close(self, *, at: datetime) -> "CampaignQuerySet":
        """Open campaigns whose closing has come."""
        return self.filter(state=State.LIVE, closes_at__lte=at).order_by("id")

    def with_telling(self) -> "CampaignQuerySet":
        """All that a card shows, in a fixed number of queries."""
        return self.select_related(
            "owner_person", "owner_organisation", "cover", "closure"
        ).prefetch_related("texts", "cover__sizes")


class Campaign(models.Model):
    """One owner's request for a sum between two instants."""

    slug = models.SlugField(max_length=80, unique=True)
    type = models.CharField(max_length=20, choices=Type)
    category = models.CharField(max_length=30, choices=Category)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    currency = models.CharField(max_length=3)
    target_minor = models.BigIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    duration_days = models.PositiveSmallIntegerField(null=True)
    timezone = models.CharField(max_length=60)
    place = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12)
    sdgs = ArrayField(models.PositiveSmallIntegerField(), default=list)
    cover = models.ForeignKey(
        "pictures.Picture", null=True, on_delete=models.PROTECT, related_name="+"
    )
    cover_alternatives = models.JSONField(default=dict, help_text="Alternative text by language")
    owner_person = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="campaigns"
    )
    owner_organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="campaigns"
    )
    made_at = models.DateTimeField(db_default=Now())

    objects = CampaignQuerySet.as_manager()
    texts: "RelatedManager[CampaignText]"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target_minor__gt=0), name="a_target_is_positive"
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="a_campaign_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=models.Q(owner_person__isnull=False, owner_organisation__isnull=True)
                | models.Q(owner_person__isnull=True, owner_organisation__isnull=False),
                name="a_campaign_has_one_owner",
            ),
            models.UniqueConstraint(fields=["id", "currency"], name="a_campaign_has_one_currency"),
        ]
        indexes = [
            models.Index(fields=["state", "closes_at"], name="campaigns_by_closing"),
            models.Index(fields=["state", "opens_at"], name="campaigns_by_opening"),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def all_or_nothing(self) -> bool:
        """Whether nobody pays where the target is missed."""
        return self.type == Type.ALL_OR_NOTHING

    @property
    def target(self) -> Money:
        """The sum asked for."""
        return Money(self.target_minor, self.currency)

    @property
    def owner(self) -> Person | Organisation:
        """The person or organisation whose campaign it is."""
        owner = self.owner_organisation or self.owner_person
        assert owner is not None, "the database holds one owner for each campaign"
        return owner

    @property
    def contact_email(self) -> str:
        """Where the owner can be reached; nothing where an organisation does not show it."""
        owner = self.owner
        return owner.shown_contact if isinstance(owner, Organisation) else owner.email

    def text_in(self, language: str) -> Telling:
        """Title, tagline and story, each in a language or else in the campaign's own.

        The texts are read as a whole so that a prefetch serves them.
        """
        texts = {text.language: text for text in self.texts.all()}
        chosen = [texts[code] for code in (language, self.language) if code in texts]
        told: dict[str, str] = {}
        for part in ("title", "tagline", "story"):
            text = next((one for one in chosen if getattr(one, part)), chosen[-1])
            told |= {part: getattr(text, part), f"{part}_language": text.language}
        return Telling(**told)
