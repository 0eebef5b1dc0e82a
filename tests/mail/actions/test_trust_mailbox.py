"""The owner of a mailbox shows that it works."""

from typing import Any

import pytest
from django.test import Client

from colletta.community.actions.confirm_follow import confirm_follow
from colletta.community.actions.follow_campaign import follow_campaign
from colletta.history.clock import now
from colletta.limits.actions.check_code import check_code
from colletta.limits.actions.mail_code import mail_code
from colletta.mail.actions.count_bounce import count_bounce
from colletta.mail.actions.trust_mailbox import trust_mailbox
from colletta.mail.models import Letter, Mailbox, Withheld
from colletta.people.actions.prove_mailbox import prove_mailbox
from tests.cast import bruno, live_campaign
from tests.mail.returned import LIA, sent_letter

pytestmark = pytest.mark.django_db


def undeliverable(address: str = LIA) -> Mailbox:
    letter = sent_letter(f"to {address}", to=address)
    count_bounce(letter_id=letter.pk, status="5.1.1", said="", at=now())
    return Mailbox.objects.undeliverable().get()


def is_open() -> bool:
    return not Mailbox.objects.undeliverable().exists()


def test_what_one_had_to_know_is_sent_then_and_news_is_not() -> None:
    undeliverable()
    unsent: dict[str, Any] = {"begun_at": None, "sent_at": None, "given_up_at": now()}
    kept = unsent | {"withheld": Withheld.UNDELIVERABLE}
    receipt = sent_letter("receipt", **kept)
    sent_letter("news", topic="updates", **kept)
    sent_letter("emptied", emptied_at=now(), **kept)
    sent_letter("another", to="ugo@posta.example", **kept)
    trust_mailbox(address="LIA@posta.example", at=now())
    assert list(Letter.objects.to_send()) == [receipt]


def test_a_mailbox_that_never_failed_needs_no_row() -> None:
    trust_mailbox(address=LIA, at=now())
    assert not Mailbox.objects.exists()


def test_a_code_that_was_typed_shows_it() -> None:
    undeliverable()
    mail_code(email=LIA, language="it")
    code = Letter.objects.get(kind="limits.code").text.split("\n\n")[2].strip()
    assert not check_code(email=LIA, code="no")
    assert not is_open()
    assert check_code(email=LIA, code=code)
    assert is_open()


def test_a_person_who_confirms_it_shows_it() -> None:
    undeliverable(bruno().email)
    prove_mailbox(person=bruno(), address=bruno().email, typed_before=bruno().email)
    assert is_open()


def test_a_follow_that_is_confirmed_shows_it(client: Client) -> None:
    undeliverable()
    follow = follow_campaign(campaign_id=live_campaign().pk, email=LIA, language="it", at=now())
    confirm_follow(follow_id=follow.pk, at=now())
    assert is_open()
