"""Django's name for this room."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "colletta.mail"
