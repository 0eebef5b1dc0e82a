"""Somebody asks what is held about an address; the answer goes there and nowhere else."""

import re
from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.privacy.actions.ask_by_mail import ask_by_mail
from colletta.privacy.links import LinkIsOver, subject_of_link
from tests.cast import bruno

pytestmark = pytest.mark.django_db


def asked(email: str) -> Letter:
    ask_by_mail(email=email, language="it", at=now())
    return Letter.objects.latest("pk")


def token_in(letter: Letter) -> str:
    (token,) = re.findall(r"/it/people/privacy/links/([^/\s]+)/", letter.text)
    return str(token)


def test_a_guest_gets_a_link_that_is_good_for_a_day() -> None:
    token = token_in(asked("ida@posta.example"))
    subject = subject_of_link(token, at=now())
    assert subject.addresses == {"ida@posta.example"}
    assert subject.person is None
    with pytest.raises(LinkIsOver):
        subject_of_link(token, at=now() + timedelta(hours=25))


def test_whoever_signs_in_is_sent_there_without_a_link() -> None:
    bruno()
    letter = asked("Bruno@posta.example")
    assert letter.to == "bruno@posta.example"
    assert "/links/" not in letter.text
    assert "/it/people/privacy/" in letter.text


def test_a_mailbox_is_not_flooded() -> None:
    for _ in range(5):
        asked("ida@posta.example")
    assert Letter.objects.count() == 3


def test_the_database_does_not_hold_what_opens_it() -> None:
    letter = asked("ida@posta.example")
    assert letter.secret
    with pytest.raises(LinkIsOver):
        subject_of_link("made up", at=now())
