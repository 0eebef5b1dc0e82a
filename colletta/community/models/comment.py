"""Comments."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from colletta.campaigns.models import Campaign, State
from colletta.community.models.update import Update
from colletta.people.models import Person

LONGEST = 3000  # signs of a comment that is written here
EDITABLE_FOR = timedelta(minutes=15)
# Before a campaign opens, while it is open, when it is over; not where it was stopped.
TALKED_ABOUT = frozenset({
    State.SCHEDULED,
    State.LIVE,
    State.CLOSING,
    State.ENDED,
    State.SETTLED,
})


class CommentQuerySet(models.QuerySet["Comment"]):
    """Which comments everybody sees."""

    def published(self) -> "CommentQuerySet":
        """Not waiting for a moderator. Hidden and deleted ones leave a trace where they stood.

        What is said about an update stands where everybody reads that update.
        """
        about = Q(update__isnull=True) | Q(update__in=Update.objects.told())
        return self.looked_at().filter(about)

    def about(self, update: Update) -> "CommentQuerySet":
        """What its readers say about it, whoever they are."""
        return self.looked_at().filter(update=update)

    def looked_at(self) -> "CommentQuerySet":
        """Not waiting for a moderator, wherever they stand."""
        return self.filter(waits_since__isnull=True)

    def readable(self) -> "CommentQuerySet":
        """Those whose words everybody reads."""
        return self.published().filter(hidden_at__isnull=True, deleted_at__isnull=True)

    def waiting(self) -> "CommentQuerySet":
        """Those that a moderator has to look at first, oldest first."""
        unread = self.filter(waits_since__isnull=False, deleted_at__isnull=True)
        return unread.order_by("waits_since", "id")


class Comment(models.Model):
    """What somebody said under a campaign, as plain text.

    `name` is what its author was called then. An answer has a `parent`, which is no answer itself:
    migrations/comments.sql holds it. Who deletes their own words takes them back for good; what is
    hidden is kept, with who hid it and why.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answers")
    # The news that it is about; an answer is about what its thread is about.
    update = models.ForeignKey(Update, null=True, on_delete=models.PROTECT, related_name="comments")
    name = models.CharField(max_length=200)
    text = models.TextField(max_length=5000)
    published_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    hidden_because = models.CharField(max_length=500, blank=True, db_default="")
    # Since when it waits for a moderator; empty once everybody may read it.
    waits_since = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["published_at", "id"]
        indexes = [
            models.Index(fields=["campaign", "published_at", "id"], name="comments_in_order"),
            models.Index(
                fields=["waits_since"],
                condition=Q(waits_since__isnull=False),
                name="comments_that_wait",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hidden_at__isnull=True) | ~Q(hidden_because=""),
                name="a_comment_is_hidden_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(deleted_at__isnull=True) | Q(text=""),
                name="a_deleted_comment_says_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"comment:{self.pk}"
