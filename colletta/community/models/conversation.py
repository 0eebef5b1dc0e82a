"""Letters between somebody and the people of a campaign."""

import uuid

from django.db import models
from django.db.models.functions import Now

from colletta.campaigns.models import Campaign
from colletta.people.models import Person

LONGEST_MESSAGE = 3000  # signs


class Speaker(models.TextChoices):
    """Who speaks in a conversation."""

    WRITER = "writer"
    OWNER = "owner"


class Conversation(models.Model):
    """What one person and the people of one campaign write to each other.

    The writer may be a guest: a signed link opens it. Nobody learns the address of the other side.
    `key` is that of the form that began it, so that a form sent twice begins one.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="conversations")
    person = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="conversations"
    )
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254)
    language = models.CharField(max_length=12)
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    begun_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-begun_at", "-id"]
        indexes = [models.Index(fields=["campaign", "begun_at"], name="conversations_by_campaign")]

    def __str__(self) -> str:
        return f"conversation:{self.pk}"


class Message(models.Model):
    """One thing written in a conversation. `person` is who wrote for the campaign."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    side = models.CharField(max_length=10, choices=Speaker)
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=LONGEST_MESSAGE)
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(side__in=Speaker.values), name="a_message_is_of_a_side"
            )
        ]

    def __str__(self) -> str:
        return f"message:{self.pk}"
