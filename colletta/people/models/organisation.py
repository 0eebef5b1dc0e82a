"""Organisations."""

from django.db import models
from django.db.models.functions import Now


class Organisation(models.Model):
    """A group under whose name people act."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    contact_email = models.EmailField(max_length=254)
    about = models.JSONField(default=dict, help_text="Sanitised HTML by language")
    about_language = models.CharField(max_length=12, default="it")
    joined_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "contact_email"], name="one_organisation_per_name_and_contact"
            )
        ]

    def __str__(self) -> str:
        return self.name
