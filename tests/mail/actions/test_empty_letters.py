"""What letters said is not kept for ever."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction

from colletta.history.clock import now
from colletta.limits.actions.mail_code import mail_code
from colletta.mail.actions.empty_letters import SECRETS_STAY, WORDS_STAY, empty_letters
from colletta.mail.models import Letter, Mailbox, Note

pytestmark = pytest.mark.django_db
MOMENT = timedelta(minutes=1)


@pytest.mark.parametrize(("secret", "stays"), [(True, SECRETS_STAY), (False, WORDS_STAY)])
def test_words_stay_for_their_time_and_the_head_for_ever(secret: bool, stays: timedelta) -> None:
    at = now()
    older = _letter("older", sent_at=at - stays - MOMENT, secret=secret)
    newer = _letter("newer", sent_at=at - stays + MOMENT, secret=secret)
    assert empty_letters(at=at) == 1
    assert empty_letters(at=at) == 0
    older.refresh_from_db()
    newer.refresh_from_db()
    assert (older.text, older.html, older.emptied_at) == ("", "", at)
    assert (older.subject, older.to) == ("Ciao", "lia@posta.example")
    assert (newer.text, newer.emptied_at) == ("parole", None)


def test_a_letter_that_waits_keeps_its_words() -> None:
    _letter("waits", sent_at=None, secret=True)
    assert empty_letters(at=now() + WORDS_STAY) == 0


def test_a_letter_that_was_given_up_does_not() -> None:
    letter = _letter("lost", sent_at=None, secret=False)
    Letter.objects.filter(pk=letter.pk).update(given_up_at=now() - WORDS_STAY - MOMENT)
    assert empty_letters(at=now()) == 1


def test_what_was_told_in_a_letter_of_the_day_is_forgotten_like_its_words() -> None:
    at, mailbox = now(), Mailbox.objects.at("lia@posta.example")
    for about, told in (
        ("pledge:1", at - WORDS_STAY - MOMENT),
        ("pledge:2", at),
        ("pledge:3", None),
    ):
        Note.objects.create(mailbox=mailbox, topic="gifts", about=about, told_at=told)
    empty_letters(at=at)
    assert {note.about for note in Note.objects.all()} == {"pledge:2", "pledge:3"}


def test_a_code_is_a_secret() -> None:
    with transaction.atomic():
        mail_code(email="lia@posta.example", language="it")
    assert Letter.objects.get().secret


def _letter(key: str, *, sent_at: datetime | None, secret: bool) -> Letter:
    return Letter.objects.create(
        key=key,
        kind="welcome",
        to="lia@posta.example",
        language="it",
        subject="Ciao",
        text="parole",
        html="<p>parole</p>",
        written_at=(sent_at or now() - WORDS_STAY) - MOMENT,
        begun_at=sent_at,
        sent_at=sent_at,
        secret=secret,
    )
