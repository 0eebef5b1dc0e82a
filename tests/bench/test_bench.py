"""The bench's own parts: what drives the load, what reads memory, what compares with the goals."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench.load import _by_python, _driver
from bench.memory import memory_of
from bench.page import weight_of
from bench.report import GOALS, table

BODY = b'<link href="/static/app.css"><img src="/media/large.webp">'


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = {"/static/app.css": b"x" * 100, "/broken": b""}.get(self.path, BODY)
        self.send_response(500 if self.path == "/broken" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *more: object) -> None:  # noqa: A002 - the library's word
        """Nothing is said."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_plain_python_drives_where_wrk_is_not_there_and_says_so(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    load = _driver()(f"{server}/", 1)
    assert load.per_second > 10
    assert 0 < load.p50_ms <= load.p99_ms
    assert "python" in capsys.readouterr().err


def test_a_page_that_is_broken_is_not_counted(server: str) -> None:
    with pytest.raises(RuntimeError):
        _by_python(f"{server}/broken", 1)


def test_a_page_weighs_what_it_names_but_its_pictures(server: str) -> None:
    assert weight_of(server, f"{server}/") == len(BODY) + 100


def test_memory_of_a_site_that_does_not_run_is_none(tmp_path: Path) -> None:
    assert memory_of(tmp_path) == {"server": 0.0, "worker": 0.0, "database": 0.0}


def test_a_goal_that_is_missed_is_said_to_be() -> None:
    told = table({"page": {"of_ceiling": 0.59, "queries": 15}, "pledge": {"of_sql_ceiling": 0.5}})
    lines = told.splitlines()
    assert lines[0].endswith("MISSED")
    assert lines[1].endswith("15")
    assert lines[2].endswith("met")
    assert all(name.startswith(("page.", "pledge.")) for name in GOALS)
