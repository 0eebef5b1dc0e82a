"""A letter is sent at most once, whatever the mail server does (F113)."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from colletta.mail.actions.send_letter import MOST_ATTEMPTS, send_letter
from colletta.mail.jobs import sweep_letters
from colletta.mail.marks import letter_marked
from colletta.mail.models import Bounce, Letter, Mailbox, Withheld
from tests.closing import closing_check
from tests.cluster.processes import wait_until
from tests.database import Database
from tests.mail.post_office import PostOffice, open_post_office


@pytest.fixture
def server(settings) -> Iterator[PostOffice]:
    with open_post_office() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.server_address[1]
        settings.EMAIL_USE_TLS = False
        settings.EMAIL_TIMEOUT = 2
        yield server


def test_a_letter_is_sent_once(fresh_database: Database, server: PostOffice) -> None:
    letter = _letter()
    assert send_letter(letter_id=letter.pk) is True
    assert send_letter(letter_id=letter.pk) is False
    assert len(server.taken) == 1
    assert "Content-Language: it" in server.taken[0]
    assert "text/html" in server.taken[0]


def test_F113_a_refused_letter_waits_and_is_then_sent_once(
    fresh_database: Database, server: PostOffice
) -> None:
    letter = _letter()
    server.mood = "refuses"
    assert send_letter(letter_id=letter.pk) is False
    letter.refresh_from_db()
    assert (letter.begun_at, letter.attempts) == (None, 1)
    assert letter.next_attempt_at > timezone.now()
    server.mood = "takes"
    assert send_letter(letter_id=letter.pk) is False, "its pause is not over"
    Letter.objects.update(next_attempt_at=timezone.now())
    assert send_letter(letter_id=letter.pk) is True
    assert len(server.taken) == 1


def test_F113_a_server_that_is_down_loses_nothing(
    fresh_database: Database, server: PostOffice, settings
) -> None:
    letter = _letter()
    server.shutdown()
    server.server_close()
    assert send_letter(letter_id=letter.pk) is False
    letter.refresh_from_db()
    assert letter.begun_at is None
    assert "ConnectionRefused" in letter.last_error


def test_F113_a_server_too_slow_to_say_a_word_has_nothing_and_is_asked_again(
    fresh_database: Database, server: PostOffice
) -> None:
    letter = _letter()
    server.mood, server.slowness = "is slow", 3.0
    assert send_letter(letter_id=letter.pk) is False
    letter.refresh_from_db()
    assert (letter.begun_at, letter.attempts) == (None, 1)
    server.mood = "takes"
    Letter.objects.update(next_attempt_at=timezone.now())
    assert send_letter(letter_id=letter.pk) is True
    assert len(server.taken) == 1


def test_F113_a_worker_killed_while_it_sends_leaves_the_letter_to_a_person(
    fresh_database: Database, server: PostOffice
) -> None:
    letter = _letter()
    server.mood, server.slowness = "is slow", 1.0
    with _worker(fresh_database, server) as worker:
        wait_until(lambda: bool(server.taken), seconds=60)
        worker.kill()
    letter.refresh_from_db()
    assert letter.begun_at is not None
    assert letter.sent_at is None
    sweep_letters(timestamp=0)
    assert len(server.taken) == 1
    assert Letter.objects.unknown(before=timezone.now()).get() == letter
    closing_check(letters=server.taken)


def test_F113_a_lost_answer_is_never_answered_by_a_second_letter(
    fresh_database: Database, server: PostOffice
) -> None:
    letter = _letter()
    server.mood = "hangs up"
    assert send_letter(letter_id=letter.pk) is False
    assert len(server.taken) == 1
    server.mood = "takes"
    Letter.objects.update(next_attempt_at=timezone.now())
    assert send_letter(letter_id=letter.pk) is False
    assert len(server.taken) == 1
    assert Letter.objects.unknown(before=timezone.now()).get() == letter


def test_two_workers_send_one_letter(fresh_database: Database, server: PostOffice) -> None:
    letter = _letter()
    threads = [threading.Thread(target=_send, args=(letter,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert len(server.taken) == 1


def test_a_letter_nobody_takes_is_given_up(fresh_database: Database, server: PostOffice) -> None:
    letter = _letter()
    server.mood = "refuses"
    Letter.objects.update(attempts=MOST_ATTEMPTS - 1)
    send_letter(letter_id=letter.pk)
    letter.refresh_from_db()
    assert letter.given_up_at is not None
    assert not Letter.objects.to_send().exists()


def test_a_mailbox_that_does_not_exist_is_written_to_once(
    fresh_database: Database, server: PostOffice
) -> None:
    letter = _letter()
    server.mood, server.refusal = "refuses", "550 5.1.1 no such user here"
    assert send_letter(letter_id=letter.pk) is False
    letter.refresh_from_db()
    assert (letter.withheld, letter.begun_at) == (Withheld.REFUSED, None)
    assert letter.given_up_at is not None
    bounce = Bounce.objects.get()
    assert (bounce.letter, bounce.status, bounce.hard) == (letter, "5.1.1", True)
    assert Mailbox.objects.undeliverable().get().key == "bruno@posta.example"
    server.mood = "takes"
    send_letter(letter_id=_letter("another").pk)
    assert server.taken == []
    assert Letter.objects.get(key="another").withheld == Withheld.UNDELIVERABLE
    assert not Letter.objects.to_send().exists()


@pytest.mark.parametrize(
    "refusal", ["554 5.7.1 relaying denied", "552 over quota", "450 4.2.1 greylisted"]
)
def test_a_refusal_that_speaks_of_something_else_is_tried_again(
    fresh_database: Database, server: PostOffice, refusal: str
) -> None:
    server.mood, server.refusal = "refuses", refusal
    letter = _letter()
    send_letter(letter_id=letter.pk)
    letter.refresh_from_db()
    assert (letter.given_up_at, letter.begun_at) == (None, None)
    assert not Bounce.objects.exists()


def test_a_code_that_somebody_asks_for_goes_out_all_the_same(
    fresh_database: Database, server: PostOffice
) -> None:
    Mailbox.objects.create(key="bruno@posta.example", undeliverable_at=timezone.now())
    assert send_letter(letter_id=_letter("code", kind="sign_in_code").pk) is True
    assert send_letter(letter_id=_letter("news").pk) is False
    assert len(server.taken) == 1


def test_each_letter_has_a_sender_and_a_number_of_its_own(
    fresh_database: Database, server: PostOffice, settings
) -> None:
    settings.BOUNCES_TO = "bounces@aurora.example"
    settings.DEFAULT_FROM_EMAIL = "Aurora <ciao@aurora.example>"
    one, two = _letter("one"), _letter("two")
    for letter in (one, two):
        send_letter(letter_id=letter.pk)
    assert [letter_marked(sender) for sender in server.senders] == [one.pk, two.pk]
    assert all(sender.startswith("bounces+") for sender in server.senders)
    head = server.taken[0]
    assert "From: Aurora <ciao@aurora.example>" in head
    (number,) = re.findall(r"^Message-ID:\s*(\S+)$", head, re.MULTILINE)
    assert letter_marked(number) == one.pk


@contextmanager
def _worker(database: Database, server: PostOffice) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker that has been asked to send what waits. It is gone afterwards."""
    app.configure_task("mail.sweep_letters").defer(timestamp=0)
    mail = {"COLLETTA_MAIL_HOST": "127.0.0.1", "COLLETTA_MAIL_TLS": "0"}
    mail["COLLETTA_MAIL_PORT"] = str(server.server_address[1])
    command = [sys.executable, "-m", "colletta", "worker"]
    with subprocess.Popen(command, env=database.environment() | mail) as worker:
        try:
            yield worker
        finally:
            worker.kill()


def _send(letter: Letter) -> None:
    try:
        send_letter(letter_id=letter.pk)
    finally:
        connection.close()


def test_a_letter_that_can_be_ended_says_so_in_its_head(
    fresh_database: Database, server: PostOffice
) -> None:
    address = "https://aurora.example/it/follows/1:abc/end/"
    send_letter(letter_id=_letter(unsubscribe=address).pk)
    head = server.taken[0].replace("\r\n ", " ").replace("\n ", " ")
    assert f"List-Unsubscribe: <{address}>" in head
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in head


def _letter(
    key: str = "welcome:1", *, kind: str = "pledges.receipt", unsubscribe: str = ""
) -> Letter:
    return Letter.objects.create(
        key=key,
        kind=kind,
        to="bruno@posta.example",
        language="it",
        subject="Ciao",
        text="Ciao Bruno\n",
        html="<p>Ciao Bruno</p>",
        unsubscribe=unsubscribe,
    )
