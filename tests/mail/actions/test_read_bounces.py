"""The folder where the mail system puts bounces is emptied."""

import mailbox
from pathlib import Path

import pytest

from colletta.history.clock import now
from colletta.mail.actions.read_bounces import read_bounces
from colletta.mail.jobs import read_bounces_that_came
from colletta.mail.models import Bounce
from tests.mail.returned import notification, sent_letter

pytestmark = pytest.mark.django_db


def test_bounces_go_and_what_is_none_stays_as_seen(tmp_path: Path, settings) -> None:
    inbox = mailbox.Maildir(tmp_path / "bounces")
    inbox.add(notification(sent_letter()))
    inbox.add(notification(sent_letter("two", to="ugo@posta.example")))
    inbox.add(b"Subject: holiday\n\nI am away.\n")
    settings.BOUNCES_FOLDER = str(tmp_path / "bounces")
    read_bounces_that_came(timestamp=0)
    assert Bounce.objects.count() == 2
    (left,) = mailbox.Maildir(tmp_path / "bounces")
    assert (left["Subject"], left.get_subdir(), left.get_flags()) == ("holiday", "cur", "S")
    assert read_bounces(folder=tmp_path / "bounces", at=now()) == 0
