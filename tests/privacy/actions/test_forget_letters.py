"""The letters of this room do not keep the addresses they went to."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.mail.actions.count_bounce import count_bounce
from colletta.mail.models import Letter
from colletta.privacy.actions.ask_by_mail import ask_by_mail
from colletta.privacy.actions.forget_letters import forget_letters
from colletta.privacy.models import Asking
from tests.cast import bruno
from tests.privacy.asking import erased, tables_that_say

pytestmark = pytest.mark.django_db


def went_out(letter: Letter) -> None:
    """As the worker would have it; a test's transaction cannot commit before it sends."""
    Letter.objects.filter(pk=letter.pk).update(begun_at=now(), sent_at=now())


def test_the_last_letter_goes_soon_after_it_went_out() -> None:
    erased(bruno())
    letter = Letter.objects.get()
    assert forget_letters(at=now() + timedelta(days=9)) == 0
    went_out(letter)
    assert forget_letters(at=now()) == 0
    assert forget_letters(at=now() + timedelta(minutes=11)) == 1
    assert not Letter.objects.exists()


def test_a_link_goes_with_its_letter_when_it_runs_out() -> None:
    ask_by_mail(email="nessuno@posta.example", language="it", at=now())
    went_out(Letter.objects.get())
    assert forget_letters(at=now() + timedelta(hours=23)) == 0
    assert Asking.objects.exists()
    assert forget_letters(at=now() + timedelta(hours=25)) == 1
    assert not Asking.objects.exists()


def test_a_last_letter_that_comes_back_leaves_no_mailbox() -> None:
    erased(bruno())
    letter = Letter.objects.get()
    went_out(letter)
    count_bounce(letter_id=letter.pk, status="5.1.1", said="550 no bruno@posta.example", at=now())
    assert "mail_mailbox" in tables_that_say("bruno")
    assert forget_letters(at=now() + timedelta(minutes=11)) == 1
    assert tables_that_say("bruno") == {}
