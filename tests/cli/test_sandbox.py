"""Commands find the sandbox of a demonstration while it runs, and only then."""

import fcntl
import json
from pathlib import Path

import pytest

from colletta.cli.sandbox import output_of, running_sandbox, sandbox_folder, secret_of, surroundings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose sandbox has begun."""
    monkeypatch.delenv("COLLETTA_SANDBOX_URL", raising=False)
    folder = sandbox_folder(tmp_path)
    (folder / "key").write_text("sk_test_1\n")
    (folder / "lock").touch()
    line = {"url": "http://127.0.0.1:1", "account": "acct_1", "key_file": str(folder / "key")}
    output_of(folder).write_text(json.dumps(line) + "\n")
    return folder


def test_the_secret_is_made_once_for_us_alone(folder: Path) -> None:
    secret = secret_of(folder).read_text()
    assert secret_of(sandbox_folder(folder.parent)).read_text() == secret
    assert secret_of(folder).stat().st_mode & 0o777 == 0o600


def test_a_command_is_told_of_a_sandbox_that_runs(folder: Path) -> None:
    assert running_sandbox(folder.parent) == {}
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = running_sandbox(folder.parent)
    assert told["COLLETTA_SANDBOX_URL"] == "http://127.0.0.1:1"
    assert told["COLLETTA_SANDBOX_KEY"] == "sk_test_1"


def test_what_is_configured_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLETTA_SANDBOX_URL", "http://127.0.0.1:2")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert running_sandbox(folder.parent) == {}


@pytest.mark.parametrize("said", ["", "half a l", "[]", "{}", "null"])
def test_what_it_has_not_said_yet_is_not_believed(folder: Path, said: str) -> None:
    output_of(folder).write_text(said)
    assert surroundings(folder) == {}
