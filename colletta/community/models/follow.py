"""Who wants to hear of a campaign."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from colletta.campaigns.models import Campaign
from colletta.mail.kinds import Topic
from colletta.people.models import Person


class News(models.TextChoices):
    """What a follower can hear of, each by itself."""

    UPDATE = "update", _("an update of its people")
    ENDING = "ending", _("two days before it ends")
    REACHED = "reached", _("when it reaches its target")
    MATCH = "match", _("when a partner adds money")
    ENDED = "ended", _("how it ended")


TOPICS = {
    News.UPDATE: Topic.UPDATES,
    News.ENDING: Topic.DEADLINES,
    News.REACHED: Topic.MILESTONES,
    News.MATCH: Topic.MILESTONES,
    News.ENDED: Topic.DEADLINES,
}


class FollowQuerySet(models.QuerySet["Follow"]):
    """Who hears of what."""

    def wanting(self, news: News) -> "FollowQuerySet":
        """Whoever proved the mailbox, still follows, and wants this kind."""
        there = self.filter(confirmed_at__isnull=False, ended_at__isnull=True)
        return there.filter(news__contains=[news]).order_by("pk")


class Follow(models.Model):
    """One mailbox that hears of one campaign, with an account or without.

    Nothing goes there until its owner confirmed it, but for the one letter that asks.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="follows")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="follows")
    email = models.EmailField(max_length=254)
    email_key = models.CharField(max_length=320)
    language = models.CharField(max_length=12)
    news = ArrayField(models.CharField(max_length=10, choices=News), default=list)
    asked_at = models.DateTimeField(db_default=Now())
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = FollowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "email_key"], name="a_mailbox_follows_a_campaign_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["campaign"],
                condition=Q(confirmed_at__isnull=False, ended_at__isnull=True),
                name="followers_of_a_campaign",
            )
        ]

    def __str__(self) -> str:
        return f"follow:{self.pk}"

    @property
    def topics(self) -> set[Topic]:
        """What its letters are about."""
        return {TOPICS[News(one)] for one in self.news}
