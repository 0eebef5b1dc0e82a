"""What waited becomes one letter a day: nothing is lost, nothing comes twice (F113)."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from colletta.mail.actions.gather_letters import MOST_IN_ONE, gather_letters
from colletta.mail.actions.write_letter import write_letter
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Letter, Withheld
from tests.database import Database
from tests.mail.choosing import choose, switch_off

LIA = "lia@posta.example"
MORNING = datetime(2027, 3, 5, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def held(key: str, *, at: datetime = MORNING - HOUR, to: str = LIA, said: str = "ciao") -> Letter:
    """An answer to a message, that waits since then."""
    with transaction.atomic():
        letter = write_letter(
            key=key,
            kind="community.message_for_writer",
            to=to,
            language="it",
            template="community/letters/message_for_writer",
            context={"owner": "Circolo Aurora", "title": "Un orto", "said": said, "address": "x"},
            hold=True,
        )
    Letter.objects.filter(pk=letter.pk).update(held_at=at)
    return letter


def digests() -> list[Letter]:
    return list(Letter.objects.filter(kind="mail.digest").order_by("pk"))


def test_all_that_waits_is_one_letter_in_the_reader_s_language(db: None) -> None:
    held("a", said="primo")
    held("b", said="<b>secondo</b>")
    assert gather_letters(at=MORNING + HOUR) == 1
    (letter,) = digests()
    assert (letter.to, letter.subject) == (LIA, "2 novità da colletta")
    assert letter.text.index("primo") < letter.text.index("<b>secondo</b>")
    assert "&lt;b&gt;secondo" in letter.html
    assert letter.html.count("<html") == 1
    assert letter.text.count("Ciao,\n") == 1
    assert "/letters/" in letter.unsubscribe
    assert letter.unsubscribe.endswith("/messages/end/")
    told = Letter.objects.filter(told_in=letter)
    assert told.count() == 2
    assert set(told.values_list("text", "html")) == {("", "")}
    assert not Letter.objects.to_send().filter(told_in=letter).exists()


def test_one_piece_alone_has_its_own_subject(db: None) -> None:
    waits = held("a")
    gather_letters(at=MORNING)
    (letter,) = digests()
    assert letter.subject == waits.subject


def test_a_day_has_one_letter_whenever_it_is_asked_for(db: None) -> None:
    held("a")
    assert gather_letters(at=MORNING - HOUR) == 0
    assert gather_letters(at=MORNING) == 1
    late = held("late")
    assert gather_letters(at=MORNING + HOUR) == 0
    late.refresh_from_db()
    assert late.told_in is None
    Letter.objects.filter(pk=late.pk).update(held_at=MORNING + HOUR)
    assert gather_letters(at=MORNING + 23 * HOUR) == 0
    assert gather_letters(at=MORNING + 24 * HOUR) == 1


def test_every_mailbox_has_its_own(db: None) -> None:
    held("a")
    held("b", to="ugo@posta.example")
    assert gather_letters(at=MORNING) == 2
    assert {letter.to for letter in digests()} == {LIA, "ugo@posta.example"}


def test_what_is_too_much_for_one_comes_the_day_after(db: None) -> None:
    letter = held("a")
    letter.refresh_from_db()
    for number in range(MOST_IN_ONE + 1):
        letter.pk, letter.key = None, str(number)
        letter.save()
    gather_letters(at=MORNING)
    gather_letters(at=MORNING + 24 * HOUR)
    assert [one.told.count() for one in digests()] == [MOST_IN_ONE, 2]


def test_what_was_switched_off_meanwhile_is_left_out(db: None) -> None:
    held("a")
    switch_off(LIA, Topic.MESSAGES)
    assert gather_letters(at=MORNING) == 0
    letter = Letter.objects.get()
    assert (letter.withheld, letter.text) == (Withheld.UNWANTED, "")


def test_whoever_chose_it_once_a_day_waits_and_whoever_chose_never_gets_nothing(db: None) -> None:
    choose(LIA, Timing.DAILY, Topic.MESSAGES)
    switch_off("ugo@posta.example", Topic.MESSAGES)
    for to in (LIA, "ugo@posta.example"):
        with transaction.atomic():
            write_letter(
                key=to,
                kind="community.message_for_writer",
                to=to,
                language="it",
                template="community/letters/message_for_writer",
                context={"said": "ciao"},
            )
    lia, ugo = Letter.objects.order_by("pk")
    assert lia.held_at is not None
    assert (ugo.withheld, ugo.text, ugo.held_at) == (Withheld.UNWANTED, "", None)
    assert not Letter.objects.to_send().exists()


def dies_at_the_mark(execute, sql, params, many, context):
    """The process ends where the pieces would be marked as told; the new letter is written."""
    if "told_in_id" in sql and sql.startswith("UPDATE"):
        assert digests()
        raise KeyboardInterrupt
    return execute(sql, params, many, context)


def test_F113_a_worker_that_dies_in_between_loses_nothing_and_doubles_nothing(
    fresh_database: Database,
) -> None:
    """It dies after the new letter was written, before the pieces were marked as told."""
    held("a")
    held("b")
    with connection.execute_wrapper(dies_at_the_mark), pytest.raises(KeyboardInterrupt):
        gather_letters(at=MORNING)
    assert not digests()
    assert Letter.objects.held(before=MORNING).count() == 2
    assert gather_letters(at=MORNING) == 1
    assert gather_letters(at=MORNING) == 0
    (letter,) = digests()
    assert letter.told.count() == 2


def test_two_workers_write_one_letter(fresh_database: Database) -> None:
    for key in "abc":
        held(key)

    def gather() -> None:
        try:
            gather_letters(at=MORNING)
        finally:
            connection.close()

    threads = [threading.Thread(target=gather) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    (letter,) = digests()
    assert letter.told.count() == 3
