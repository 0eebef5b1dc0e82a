"""Stands where the platform will stand: takes notices, answers as a test asks."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import loads
from typing import Any

PATIENCE_SECONDS = 5


@dataclass(frozen=True)
class Heard:
    """A notice as it arrived."""

    body: bytes
    signature: str | None
    at: float

    @property
    def json(self) -> dict[str, Any]:
        content = loads(self.body)
        assert isinstance(content, dict)
        return content


class Platform:
    """Remembers what it heard about each object; answers 200 unless told otherwise."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.first: Callable[[Heard], None] = lambda _: None  # what it does before it answers
        self._heard: list[Heard] = []
        self._answers: dict[str, list[int]] = defaultdict(list)
        self._more = threading.Condition()

    def answer_next(self, about: str, *statuses: int) -> None:
        """The next notices about an object get these answers."""
        self._answers[about] += statuses

    def hear(self, heard: Heard) -> int:
        self.first(heard)
        with self._more:
            self._heard.append(heard)
            self._more.notify_all()
            answers = self._answers[heard.json["object"]]
            return answers.pop(0) if answers else 200

    def about(self, name: str) -> list[Heard]:
        """What was heard about an object so far."""
        with self._more:
            return [heard for heard in self._heard if heard.json["object"] == name]

    def wait_for(self, name: str, count: int = 1) -> list[Heard]:
        """Waits until so many notices about an object were heard."""
        until = time.monotonic() + PATIENCE_SECONDS
        while len(found := self.about(name)) < count:
            with self._more:
                left = until - time.monotonic()
                assert left > 0, f"heard {len(found)} of {count} about {name}"
                self._more.wait(min(left, 0.05))
        return found


@contextmanager
def listening() -> Iterator[Platform]:
    """A platform on a free port of this machine."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard = Heard(body, self.headers["Sandbox-Signature"], time.time())
            self.send_response(platform.hear(heard))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  http.server's name
            pass

    class Queue(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128  # a hundred copies at once have to fit

    server = Queue(("127.0.0.1", 0), Door)
    platform = Platform(f"http://127.0.0.1:{server.server_port}/notices/sandbox/")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield platform
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
