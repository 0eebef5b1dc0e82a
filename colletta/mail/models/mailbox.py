"""The mailboxes that letters go to, and what their readers chose."""

from django.db import models
from django.db.models.functions import Now

from colletta.mail.addresses import email_key
from colletta.mail.kinds import Timing


class MailboxQuerySet(models.QuerySet["Mailbox"]):
    """Which mailboxes stand how."""

    def at(self, address: str) -> "Mailbox":
        """The one of an address, new where nobody wrote there yet."""
        return self.get_or_create(key=email_key(address))[0]

    def undeliverable(self) -> "MailboxQuerySet":
        """Those that nothing is sent to any more, the newest first."""
        return self.filter(undeliverable_at__isnull=False).order_by("-undeliverable_at", "-pk")


class Mailbox(models.Model):
    """One mailbox, by the compared form of its address.

    It is undeliverable from the bounce that said so until its owner shows that it works again.
    """

    key = models.CharField(max_length=320, unique=True)
    undeliverable_at = models.DateTimeField(null=True)
    # When its owner last showed that it works; bounces of letters from before say nothing new.
    proved_at = models.DateTimeField(null=True)

    objects = MailboxQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["undeliverable_at"],
                condition=models.Q(undeliverable_at__isnull=False),
                name="undeliverable_mailboxes",
            )
        ]

    def __str__(self) -> str:
        return f"mailbox:{self.pk}"


class Preference(models.Model):
    """When letters about one topic come to a mailbox; without a row as usual (mail/kinds.py)."""

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="preferences")
    topic = models.CharField(max_length=20)
    timing = models.CharField(max_length=10)
    chosen_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "topic"], name="a_mailbox_chooses_once_for_a_topic"
            ),
            models.CheckConstraint(
                condition=models.Q(timing__in=Timing.values), name="a_preference_is_a_known_timing"
            ),
        ]

    def __str__(self) -> str:
        return f"preference:{self.pk}"


class Note(models.Model):
    """Something that a mailbox is to hear of in its letter of the day.

    `about` is an opaque reference ("pledge:12"): whoever noted it knows how to tell it.
    """

    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="notes")
    topic = models.CharField(max_length=20)
    about = models.CharField(max_length=100)
    noted_at = models.DateTimeField(db_default=Now())
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "topic", "about"], name="a_mailbox_is_noted_once_for_a_thing"
            )
        ]
        indexes = [
            models.Index(
                fields=["topic", "mailbox"],
                condition=models.Q(told_at__isnull=True),
                name="notes_to_tell",
            )
        ]

    def __str__(self) -> str:
        return f"note:{self.pk}"
