"""Letters that came back."""

from django.db import models

from colletta.mail.models.letter import Letter
from colletta.mail.models.mailbox import Mailbox


class Bounce(models.Model):
    """A mail system said that one letter of ours did not arrive.

    `status` is its enhanced code ("5.1.1", RFC 3463). A hard one says that the address does not
    work, a soft one that it did not this time.
    """

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="bounce")
    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="bounces")
    status = models.CharField(max_length=15)
    hard = models.BooleanField()
    said = models.CharField(max_length=300, blank=True)
    came_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["mailbox", "came_at"], name="bounces_of_a_mailbox")]

    def __str__(self) -> str:
        return f"bounce:{self.pk}"
