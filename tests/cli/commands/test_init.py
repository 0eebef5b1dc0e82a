"""colletta init: the settings file of a new installation."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from colletta.installation.settings_file import parse
from tests.cli.running import colletta, surroundings

URL = "https://aurora.example.org"


def bare(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in surroundings(home).items() if not k.startswith("COLLETTA_")}
    return {**kept, "COLLETTA_HOME": str(home), **more}


def written(home: Path) -> dict[str, str]:
    path = home / "colletta.env"
    return dict(parse(path.read_text(), path))


def test_flags_are_enough(tmp_path: Path) -> None:
    words = ["--url", f"{URL}/", "--name", "Dell'Aurora", "--language", "en"]
    mail = ["--mail-host", "mail.example.org", "--mail-user", "aurora", "--mail-from", "a@b.it"]
    environment = bare(tmp_path, COLLETTA_MAIL_PASSWORD="a word")
    made = colletta("init", *words, *mail, environment=environment)
    assert made.returncode == 0, made.stderr
    assert "a word" not in made.stdout
    found = written(tmp_path)
    assert (found["COLLETTA_URL"], found["COLLETTA_NAME"]) == (URL, "Dell'Aurora")
    assert found["COLLETTA_LANGUAGE"] == "en"
    assert (found["COLLETTA_MAIL_PORT"], found["COLLETTA_MAIL_PASSWORD"]) == ("587", "a word")
    assert len(found["COLLETTA_SECRET_KEY"]) >= 60
    assert "DATABASE_URL" not in found
    assert (tmp_path / "colletta.env").stat().st_mode & 0o777 == 0o600


def test_a_second_time_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    assert colletta("init", "--url", URL, environment=bare(tmp_path)).returncode == 0
    before = (tmp_path / "colletta.env").read_bytes()
    again = colletta("init", "--url", "https://other.example", environment=bare(tmp_path))
    assert again.returncode == 1
    assert "not overwritten" in again.stderr
    assert (tmp_path / "colletta.env").read_bytes() == before


def test_without_a_terminal_what_cannot_be_guessed_is_named(tmp_path: Path) -> None:
    made = colletta("init", environment=bare(tmp_path))
    assert made.returncode == 1
    assert made.stderr.startswith("--url is missing")
    assert not (tmp_path / "colletta.env").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--url", "aurora.example.org"],
        ["--url", "ftp://aurora.example.org"],
        ["--url", f"{URL}/site"],
        ["--url", "https://ada:word@aurora.example.org"],
        ["--url", "https://aurora.example.org:seven"],
        ["--url", "https://two words.example.org"],
        ["--url", URL, "--mail-host", "m.example.org", "--mail-port", "70000"],
        ["--url", URL, "--name", "two\nlines"],
    ],
)
def test_an_answer_that_cannot_be_used_is_refused(tmp_path: Path, words: list[str]) -> None:
    made = colletta("init", *words, environment=bare(tmp_path))
    assert made.returncode == 1
    assert "Traceback" not in made.stderr
    assert not (tmp_path / "colletta.env").exists()


def test_a_person_at_a_terminal_is_asked_and_may_mistype(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    asked = subprocess.Popen(
        [sys.executable, "-m", "colletta", "init"],
        env=bare(tmp_path),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.write(ours, b"aurora\nhttps://aurora.example.org\nAurora\nde\nen\n\n")
    said, _ = asked.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert asked.returncode == 0, said
    assert "without a path" in said
    assert "The site speaks it and en." in said
    assert written(tmp_path)["COLLETTA_LANGUAGE"] == "en"
    assert written(tmp_path)["COLLETTA_NAME"] == "Aurora"


def test_the_file_may_lie_elsewhere_and_is_then_named(tmp_path: Path) -> None:
    place = tmp_path / "etc" / "colletta.env"
    made = colletta("init", "--url", URL, "--file", place, environment=bare(tmp_path / "home"))
    assert made.returncode == 0, made.stderr
    named = bare(tmp_path / "home", COLLETTA_SETTINGS=str(place))
    code = (
        "from colletta.config import settings; print(settings.COLLETTA_URL, settings.LANGUAGE_CODE)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], env=named, capture_output=True, text=True, check=True
    )
    assert shown.stdout == f"{URL} it\n"


def test_a_misspelled_settings_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "colletta.env").write_text("COLLETTA_URL https://aurora.example.org\n")
    asked = colletta("facts", environment=bare(tmp_path))
    assert asked.returncode == 1
    assert "colletta.env, line 1: this is no setting" in asked.stderr
    assert len(asked.stderr.splitlines()) == 1
