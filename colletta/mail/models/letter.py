"""Letters on their way to people."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Now

from colletta.mail.models.mailbox import Mailbox


class Withheld(models.TextChoices):
    """Why a letter was not sent at all."""

    UNWANTED = "unwanted"  # its reader switched letters of the kind off
    UNDELIVERABLE = "undeliverable"  # letters to the mailbox came back
    REFUSED = "refused"  # the mail server says that there is no such mailbox


class LetterQuerySet(models.QuerySet["Letter"]):
    """Which letters stand where."""

    def to_send(self) -> "LetterQuerySet":
        """Letters nobody has begun to send, whose time has come, oldest first."""
        waiting = self.filter(begun_at__isnull=True, given_up_at__isnull=True)
        due = waiting.filter(held_at__isnull=True, next_attempt_at__lte=Now())
        return due.order_by("pk")

    def held(self, *, before: datetime) -> "LetterQuerySet":
        """Letters that wait since then for the one of the day, oldest first."""
        return self.filter(held_at__lt=before, emptied_at__isnull=True).order_by("pk")

    def unknown(self, *, before: datetime) -> "LetterQuerySet":
        """Letters whose sending began and never ended: perhaps sent, so never sent again."""
        return self.filter(begun_at__lt=before, sent_at__isnull=True)

    def with_words_since(self, before: datetime) -> "LetterQuerySet":
        """Letters that ended before an instant, sent or not, and can still be read."""
        written = self.filter(emptied_at__isnull=True, written_at__lt=before)
        ended = Coalesce("sent_at", "given_up_at", "begun_at")
        return written.alias(ended_at=ended).filter(ended_at__lt=before)


class Letter(models.Model):
    """One mail to one person, written in the transaction of what it tells.

    `key` names the occasion: the same occasion never writes twice. `to` is the address as typed.
    `begun_at` is committed before the mail server is spoken to and taken back only when the server
    surely did not take the letter, so that a letter is sent at most once. Its words are not kept
    for ever: see `actions/empty_letters.py`.
    """

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=60)
    to = models.CharField(max_length=320)
    language = models.CharField(max_length=12)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    written_at = models.DateTimeField(db_default=Now())
    next_attempt_at = models.DateTimeField(db_default=Now())
    begun_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    # Its words hold a code, or a link that opens something.
    secret = models.BooleanField(default=False, db_default=False)
    # Where a mail program ends letters of its kind with one click; empty for what one has to know.
    unsubscribe = models.CharField(max_length=500, blank=True, db_default="")
    emptied_at = models.DateTimeField(null=True)
    # What its reader can choose about letters like it; empty for what one has to know.
    topic = models.CharField(max_length=20, blank=True, db_default="")
    mailbox = models.ForeignKey(Mailbox, null=True, on_delete=models.SET_NULL, related_name="+")
    # Since when it waits for its reader's letter of the day; then the letter that told it.
    held_at = models.DateTimeField(null=True)
    told_in = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="told")
    withheld = models.CharField(max_length=15, blank=True, db_default="")

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(begun_at__isnull=False),
                name="a_letter_is_begun_before_it_is_sent",
            ),
            models.CheckConstraint(
                condition=~Q(subject__regex="[\\r\\n]") & ~Q(to__regex="[\\r\\n\\x01-\\x1f]"),
                name="a_letter_has_no_line_break_in_its_head",
            ),
            models.CheckConstraint(
                condition=Q(held_at__isnull=True) | Q(begun_at__isnull=True),
                name="a_held_letter_is_told_in_another",
            ),
            models.CheckConstraint(
                condition=Q(withheld="") | Q(given_up_at__isnull=False),
                name="a_withheld_letter_is_given_up",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(begun_at__isnull=True, given_up_at__isnull=True, held_at__isnull=True),
                name="unsent_letters",
            ),
            models.Index(
                fields=["held_at"],
                condition=Q(held_at__isnull=False, emptied_at__isnull=True),
                name="held_letters",
            ),
            models.Index(
                fields=["written_at"],
                condition=Q(emptied_at__isnull=True),
                name="letters_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"letter:{self.pk}"
