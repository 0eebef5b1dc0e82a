"""Who adds money to what people give."""

from django.db import models

from colletta.people.models import Organisation


class Partner(models.Model):
    """A match funder; one row for a case-folded name and place.

    The team of its `organisation`, where it has one on this site, looks after its calls.
    """

    name = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=420, unique=True)
    organisation = models.OneToOneField(
        Organisation, null=True, on_delete=models.PROTECT, related_name="partner"
    )

    def __str__(self) -> str:
        return self.name
