"""Starting and stopping: nothing unsafe, nothing left behind."""

import json
import socket
import stat
import subprocess
import time
from pathlib import Path

import pytest

from colletta.sandbox.arguments import UnsafeStart, read_arguments
from tests.sandbox.company import ROOT, SECRET, command, running, start, surroundings


def run(home: Path, *options: str, secret: str = SECRET) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(home, *options),
        cwd=ROOT,
        env=surroundings(COLLETTA_SANDBOX_SECRET=secret),
        capture_output=True,
        text=True,
        check=False,
        timeout=10,
    )


@pytest.mark.parametrize("secret", ["", "   ", "short", "long enough for a secret, this is\nshort"])
def test_f32_a_secret_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.setenv("COLLETTA_SANDBOX_SECRET", secret)
    with pytest.raises(UnsafeStart, match=r"[Ss]ecret"):
        read_arguments(["--home", str(tmp_path)])


def test_f32_it_does_not_start_without_a_secret(tmp_path: Path) -> None:
    refused = run(tmp_path / "home", secret="")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("sandbox: No secret")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1/", "http://example.org/", "http://10.0.0.1/", "file:///etc/x"]
)
def test_it_tells_nobody_outside_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("COLLETTA_SANDBOX_SECRET", SECRET)
    with pytest.raises(UnsafeStart, match="this machine"):
        read_arguments(["--home", str(tmp_path), "--notify", address])


def test_one_folder_has_one_company(tmp_path: Path) -> None:
    with running(tmp_path):
        second = run(tmp_path)
    assert second.returncode == 2
    assert "in use" in second.stderr


def test_it_says_where_it_answers_and_keeps_its_key_to_itself(tmp_path: Path) -> None:
    with running(tmp_path / "home") as company:
        assert company.url.startswith("http://127.0.0.1:")
        assert company.ready["mode"] == "test"
        assert company.ready["pid"] == company.process.pid
        assert company.get("/v1/account").json["id"] == company.account
        assert company.key not in json.dumps(company.ready)
    assert stat.S_IMODE((tmp_path / "home" / "key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    assert company.process.returncode == 0


def test_a_port_that_was_asked_for_and_is_taken_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        refused = run(tmp_path, "--port", str(taken.getsockname()[1]))
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def test_it_ends_with_whoever_holds_its_input(tmp_path: Path) -> None:
    company = start(tmp_path, "--until-stdin-ends", stdin=subprocess.PIPE)
    time.sleep(0.1)
    assert company.process.poll() is None
    assert company.process.stdin is not None
    company.process.stdin.close()
    assert company.process.wait(60) == 0
