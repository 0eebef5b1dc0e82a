"""A letter is written in the transaction of what it tells."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from colletta.history.clock import now
from colletta.mail.actions.write_letter import LetterOutsideTransaction, write_letter
from colletta.mail.kinds import UnknownKind
from colletta.mail.models import Letter
from tests.database import Database


@pytest.fixture(autouse=True)
def words(tmp_path: Path, settings) -> None:
    """A letter of two languages' length, for these tests alone."""
    folder = tmp_path / "ciao"
    folder.mkdir()
    (folder / "subject.txt").write_text("Ciao {{ name }}\n da noi")
    (folder / "letter.txt").write_text("Ciao {{ name }}, {{ site_name }} ({{ language }})\n\n")
    (folder / "letter.html").write_text("<p>Ciao {{ name }}</p>")
    engine = settings.TEMPLATES[0] | {"DIRS": [str(tmp_path)]}
    settings.TEMPLATES = [engine]


def test_the_same_occasion_writes_once(db: None) -> None:
    first, second = _write(), _write()
    assert first.pk == second.pk
    assert ProcrastinateJob.objects.filter(task_name="mail.send_letter").count() == 1


def test_the_head_is_one_line_and_the_html_is_escaped(db: None) -> None:
    letter = _write(name="<b>Bruno</b>")
    assert "\n" not in letter.subject
    assert "<b>" not in letter.html
    assert letter.text.endswith("(it)\n")


def test_a_letter_goes_with_its_transaction(fresh_database: Database) -> None:
    with transaction.atomic():
        _write()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()
    assert not ProcrastinateJob.objects.filter(task_name="mail.send_letter").exists()


def test_a_letter_needs_a_transaction(fresh_database: Database) -> None:
    with pytest.raises(LetterOutsideTransaction):
        _write()


def _write(name: str = "Bruno") -> Letter:
    return write_letter(
        key="welcome:1",
        kind="community.message_sent",
        to="bruno@posta.example",
        language="it",
        template="ciao",
        context={"name": name},
    )


def test_what_comes_after_three_within_the_hour_waits_for_the_letter_of_the_day(db: None) -> None:
    for number in range(5):
        _answer(number)
    waits = list(Letter.objects.order_by("pk").values_list("held_at", flat=True))
    assert [held is not None for held in waits] == [False, False, False, True, True]
    assert ProcrastinateJob.objects.filter(task_name="mail.send_letter").count() == 3
    Letter.objects.update(written_at=now() - timedelta(hours=2))
    assert _answer(6).held_at is None


def test_a_letter_that_can_be_switched_off_says_how(db: None) -> None:
    assert _answer(1).unsubscribe.endswith("/messages/end/")
    assert _write().unsubscribe == ""


def test_a_kind_that_nobody_listed_is_not_written(db: None) -> None:
    with pytest.raises(UnknownKind):
        write_letter(
            key="x", kind="x", to="bruno@posta.example", language="it", template="ciao", context={}
        )


def _answer(number: int) -> Letter:
    return write_letter(
        key=f"answer:{number}",
        kind="community.message_for_writer",
        to="bruno@posta.example",
        language="it",
        template="ciao",
        context={"name": "Bruno"},
    )
