"""A letter is sent at most once, whatever the mail server does (F113)."""

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
from colletta.mail.models import Letter
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


def _letter(unsubscribe: str = "") -> Letter:
    return Letter.objects.create(
        key="welcome:1",
        kind="welcome",
        to="bruno@posta.example",
        language="it",
        subject="Ciao",
        text="Ciao Bruno\n",
        html="<p>Ciao Bruno</p>",
        unsubscribe=unsubscribe,
    )
