"""A mail system pipes a letter that came back into the command line."""

import subprocess
import sys
from pathlib import Path

from colletta.mail.models import Mailbox
from tests.cli.running import surroundings
from tests.database import Database
from tests.mail.returned import notification, sent_letter


def piped(message: bytes, environment: dict[str, str]) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "colletta", "bounces"]
    return subprocess.run(
        command, input=message, env=environment, capture_output=True, check=False, timeout=120
    )


def test_a_letter_that_came_back_is_written_down(fresh_database: Database) -> None:
    letter = sent_letter()
    told = piped(notification(letter), fresh_database.environment())
    assert told.returncode == 0, told.stderr
    assert told.stdout.decode() == f"letter:{letter.pk} came back, a hard bounce (5.1.1).\n"
    assert Mailbox.objects.undeliverable().exists()
    other = piped(b"Subject: holiday\n\nI am away.\n", fresh_database.environment())
    assert (other.returncode, b"no bounce of a letter of ours" in other.stdout) == (0, True)


def test_while_the_database_is_away_the_mail_system_comes_again(tmp_path: Path) -> None:
    away = "postgresql://nobody@127.0.0.1:1/nothing"
    told = piped(b"", surroundings(tmp_path, DATABASE_URL=away))
    assert told.returncode == 75
    assert b"cannot be reached" in told.stderr
