"""Mailboxes from which letters came back, at the desk."""

from typing import Any

import pytest
from django.test import Client

from colletta.history.clock import now
from colletta.mail.actions.take_bounce import take_bounce
from colletta.mail.models import Mailbox, Withheld
from tests.desk.staff import at_the_desk
from tests.mail.returned import LIA, notification, sent_letter
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/letters/mailboxes/"


@pytest.fixture
def mailbox() -> Mailbox:
    take_bounce(message=notification(sent_letter()), at=now())
    unsent: dict[str, Any] = {"begun_at": None, "sent_at": None, "given_up_at": now()}
    sent_letter("kept", withheld=Withheld.UNDELIVERABLE, **unsent)
    return Mailbox.objects.get()


def test_an_operator_sees_where_nothing_is_sent_and_why(client: Client, mailbox: Mailbox) -> None:
    at_the_desk(client, "operator")
    words = words_of(client.get(PAGE))
    assert LIA in words
    assert "5.1.1" in words
    assert "User unknown" in words
    assert "1 letter was not sent" in words


def test_an_operator_can_say_that_it_works_again(client: Client, mailbox: Mailbox) -> None:
    at_the_desk(client, "operator")
    answer = client.post(f"{PAGE}{mailbox.pk}/trust/", follow=True)
    assert "Letters go there again." in words_of(answer)
    assert "None: every letter arrived" in words_of(answer)
    assert not Mailbox.objects.undeliverable().exists()


def test_others_see_no_addresses(client: Client, mailbox: Mailbox) -> None:
    at_the_desk(client, "moderator")
    assert client.get(PAGE).status_code == 404
    assert client.post(f"{PAGE}{mailbox.pk}/trust/").status_code == 404


def test_a_letter_that_waits_for_the_day_or_was_kept_back_is_no_trouble_of_today(
    client: Client, mailbox: Mailbox
) -> None:
    sent_letter("held", begun_at=None, sent_at=None, held_at=now(), topic="gifts")
    at_the_desk(client, "operator")
    assert "may not have arrived" not in words_of(client.get("/en/desk/"))
