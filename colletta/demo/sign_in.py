"""How the people of the demonstration sign in, while it is one."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from colletta.demo.cast import WORD, player_at
from colletta.people.models import Person, email_key


class DemonstrationBackend(ModelBackend):
    """The word of the demonstration opens its people alone, and on a real site nobody.

    Settings list this backend in a demonstration only; it looks once more itself.
    """

    def authenticate(  # type: ignore[override]
        self, request: HttpRequest | None, **credentials: Any
    ) -> Person | None:
        """The person, or None for another address, another word, another site."""
        player = player_at(str(credentials.get("email") or ""))
        word = str(credentials.get("password") or "")
        if player is None or not settings.COLLETTA_DEMO or not constant_time_compare(word, WORD):
            return None
        return Person.objects.filter(email_key=email_key(player.email), is_active=True).first()
