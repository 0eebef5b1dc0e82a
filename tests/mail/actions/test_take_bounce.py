"""A message came where bounces come: only a letter that we really sent can come back."""

import pytest

from colletta.history.clock import now
from colletta.mail.actions.take_bounce import take_bounce
from colletta.mail.marks import message_id
from colletta.mail.models import Bounce, Letter, Mailbox
from tests.mail.returned import notification, sent_letter, to_its_sender

pytestmark = pytest.mark.django_db


def taken(message: bytes) -> Bounce | None:
    return take_bounce(message=message, at=now())


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_letter_that_comes_back_is_known_by_its_number(returned: str) -> None:
    letter = sent_letter()
    bounce = taken(notification(letter, returned=returned))
    assert bounce is not None
    assert (bounce.letter, bounce.status, bounce.hard) == (letter, "5.1.1", True)
    assert bounce.said == (
        "550 5.1.1 <lia@posta.example>: Recipient address rejected: User unknown"
    )
    assert Mailbox.objects.undeliverable().get().key == "lia@posta.example"


def test_a_letter_that_comes_back_is_known_by_its_sender(settings) -> None:
    settings.BOUNCES_TO = "bounces@aurora.example"
    assert taken(to_its_sender(sent_letter())) is not None


def test_the_same_notification_counts_once() -> None:
    message = notification(sent_letter(), status="4.4.1")
    for _ in range(4):
        taken(message)
    assert Bounce.objects.count() == 1
    assert not Mailbox.objects.undeliverable().exists()


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_what_did_not_fail_is_no_bounce(action: str) -> None:
    assert taken(notification(sent_letter(), status="4.4.1", action=action)) is None


def test_a_forged_bounce_does_nothing() -> None:
    letter = sent_letter()
    ours = message_id(letter.pk)
    head, _, seal = ours.partition("-")
    other = sent_letter("two", to="ugo@posta.example")
    swapped = message_id(other.pk).replace(f".{other.pk}-", f".{letter.pk}-")
    wrong = "0" * 24
    for number in ("", "<x@y>", f"{head}-{wrong}@{seal.partition('@')[2]}", swapped):
        assert taken(notification(letter, number=number)) is None
    assert not Bounce.objects.exists()
    assert not Mailbox.objects.exists()


def test_a_letter_that_was_never_sent_cannot_come_back() -> None:
    assert taken(notification(sent_letter(begun_at=None, sent_at=None))) is None
    gone = sent_letter("gone")
    message = notification(gone)
    Letter.objects.filter(pk=gone.pk).delete()
    assert taken(message) is None


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff\xfe\x00",
        b"Subject: hello\r\n\r\nI am on holiday.",
        b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\n--x--",
        b"Content-Type: multipart/report\r\n\r\nno boundary",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n" * 20_000,
        b"Content-Type: message/rfc822\r\n\r\n" * 3000,
        b"To: =?utf-8?q?=ff?= <\r\nContent-Type: multipart/report; boundary==\r\n\r\n--=\r\n",
    ],
    ids=range(8),
)
def test_whatever_somebody_sends_there_does_no_harm(message: bytes) -> None:
    assert taken(message) is None


def test_a_reply_that_quotes_a_letter_is_no_bounce() -> None:
    letter = sent_letter()
    reply = f"In-Reply-To: {message_id(letter.pk)}\r\nTo: x\r\n\r\nStatus: 5.1.1".encode()
    assert taken(reply) is None
