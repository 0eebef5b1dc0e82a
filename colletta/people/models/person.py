"""Persons."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models.functions import Now

from colletta.mail.addresses import email_key


class Persons(BaseUserManager["Person"]):
    """Makes persons with the compared form of their address."""

    def create_person(self, *, email: str, name: str, **more: Any) -> "Person":
        """A person who cannot sign in with a password until one is set."""
        person = self.model(email=email, email_key=email_key(email), name=name, **more)
        person.set_unusable_password()
        person.save()
        return person

    def with_page(self) -> models.QuerySet["Person"]:
        """Whoever chose to show their profile, unless a moderator hides it."""
        return self.filter(
            profile_shown_at__isnull=False, profile_hidden_at__isnull=True, is_active=True
        )

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email_key=email_key(username or ""))


class Person(AbstractBaseUser):
    """Somebody who can own a campaign, support one, or work on the site."""

    email = models.EmailField(max_length=254)
    email_key = models.CharField(max_length=320, unique=True)
    name = models.CharField(max_length=200)
    about = models.JSONField(default=dict, help_text="Sanitised HTML by language")
    about_language = models.CharField(max_length=12, default="it")
    language = models.CharField(
        max_length=12, default="en", db_default="en", help_text="In which we write to them"
    )
    public_id = models.UUIDField(unique=True, editable=False, db_default=RandomUUID())
    profile_shown_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when everybody may see name, about and campaigns"
    )
    profile_hidden_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when a moderator hides it, whatever they chose"
    )
    is_active = models.BooleanField(default=True)
    erased_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="Since when nothing of them is left but this row's number",
    )
    joined_at = models.DateTimeField(db_default=Now())

    objects = Persons()
    USERNAME_FIELD = "email_key"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email", "name"]

    def __str__(self) -> str:
        return self.name
