"""Somebody asks what is held about an address; the answer goes there and nowhere else."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from colletta.mail.actions.write_letter import write_letter
from colletta.people.models import Person, email_key
from colletta.privacy.last_letter import LINK
from colletta.privacy.links import LIVES, hash_of
from colletta.privacy.models import Asking
from colletta.privacy.subject import signs_in

MOST_IN_AN_HOUR = 3  # letters to one mailbox, which a stranger could cause


@transaction.atomic
def ask_by_mail(*, email: str, language: str, at: datetime) -> None:
    """The mailbox gets a letter with a link, whether or not anything is held.

    A person who signs in is sent there instead: their second factor counts for this too. Nothing
    tells the asker which it was, nor that a letter too many was left out.
    """
    key = email_key(email)
    lately = Asking.objects.filter(email_key=key, asked_at__gt=at - timedelta(hours=1))
    if lately.count() >= MOST_IN_AN_HOUR:
        return
    token = secrets.token_urlsafe(32)
    asking = Asking.objects.create(
        email=email,
        email_key=key,
        language=language,
        token_hash=hash_of(token),
        asked_at=at,
        expires_at=at + LIVES,
    )
    person = Person.objects.filter(email_key=key).first()
    page = f"{settings.COLLETTA_URL}/{language}/people/privacy/"
    known = person is not None and signs_in(person)
    write_letter(
        key=f"{asking}:link",
        kind=LINK,
        to=person.email if person is not None and known else email,
        language=language,
        template="privacy/letters/link",
        secret=True,
        context={"known": known, "address": page if known else f"{page}links/{token}/"},
    )
