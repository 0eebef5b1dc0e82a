"""Ways in through other sites."""

from django.db import models
from django.db.models.functions import Now

from colletta.people.models.person import Person


class LinkedSignIn(models.Model):
    """Somebody at another site who is this person here.

    `subject` is that site's name for them, which never changes; `email` is what it said when the
    two were linked, for the person to recognise it by, and decides nothing.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="linked_sign_ins")
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    email = models.CharField(max_length=254, blank=True)
    linked_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"], name="one_person_per_somebody_elsewhere"
            )
        ]

    def __str__(self) -> str:
        return f"linked_sign_in:{self.pk}"
