"""The sandbox as a process, and a client that speaks to it over HTTP."""

import http.client
import json
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[2]
SECRET = "a secret that signs notices, long enough"
QUICK = ("--notice-delay-ms", "40", "--notice-retry-ms", "40", "--late-ms", "400")
SECONDS_TO_STOP = 5


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def json(self) -> dict[str, Any]:
        content = json.loads(self.text)
        assert isinstance(content, dict)
        return content

    @property
    def code(self) -> str:
        """The code of an error."""
        return str(self.json["error"]["code"])


class Company:
    """One running sandbox."""

    def __init__(self, home: Path, process: subprocess.Popen[str], ready: dict[str, Any]) -> None:
        self.home = home
        self.process = process
        self.ready = ready
        self.url: str = ready["url"]
        self.account: str = ready["account"]
        self.key = Path(ready["key_file"]).read_text().strip()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        timeout: float = 10,
    ) -> Reply:
        """One request, no more: redirects are not followed, errors are replies."""
        line = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=timeout)
        try:
            line.request(method, path, body=body, headers=dict(headers or {}))
            answer = line.getresponse()
            return Reply(answer.status, dict(answer.headers), answer.read().decode())
        finally:
            line.close()

    def get(self, path: str, **query: Any) -> Reply:
        target = f"{path}?{urlencode(query)}" if query else path
        return self.ask("GET", target, headers=self._headers())

    def post(self, path: str, key: str | None = None, *, timeout: float = 10, **body: Any) -> Reply:
        """A POST under an idempotency key of its own, unless one is given."""
        headers = {**self._headers(), "Idempotency-Key": key or uuid.uuid4().hex}
        return self.ask("POST", path, json.dumps(body).encode(), headers, timeout=timeout)

    def delete(self, path: str) -> Reply:
        return self.ask("DELETE", path, headers=self._headers())

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}

    def pay(self, amount: int = 2500, **more: Any) -> str:
        """The id of a new payment."""
        terms = {"amount": amount, "currency": "EUR", "payee": "Ada", **more}
        reply = self.post("/v1/payments", **terms)
        assert reply.status == 201, reply.text
        return str(reply.json["id"])

    def press(self, payment: str, button: str, **more: Any) -> Reply:
        """A button, pressed by the test."""
        return self.post(f"/control/payments/{payment}/buttons", button=button, **more)

    def paid(self, amount: int = 2500, **more: Any) -> str:
        """The id of a new payment that succeeded."""
        payment = self.pay(amount, **more)
        assert self.press(payment, "pay").json["status"] == "succeeded"
        return payment

    def saved(self, behaviour: str = "succeed") -> str:
        """The id of a method that a person saved."""
        reply = self.press(self.pay(capture="later"), "pay")
        saved = str(reply.json["saved"])
        self.post(f"/control/saved/{saved}/behaviour", behaviour=behaviour)
        return saved

    def choose(self, payment: str, button: str, language: str = "en") -> Reply:
        """A button on the hosted page, as a browser without JavaScript presses it."""
        body = urlencode({"button": button}).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", f"/pay/{payment}?language={language}", body, kind)

    def status(self, payment: str) -> str:
        return str(self.get(f"/v1/payments/{payment}").json["status"])

    def fault(self, kind: str, **more: Any) -> None:
        reply = self.post("/control/faults", kind=kind, **more)
        assert reply.status == 201, reply.text

    def movements(self) -> list[dict[str, Any]]:
        """The whole record, read a page at a time."""
        found: list[dict[str, Any]] = []
        while True:
            page = self.get("/v1/record", after=found[-1]["number"] if found else 0).json
            found += page["items"]
            if not page["more"]:
                return found

    def movements_of(self, payment: str) -> list[dict[str, Any]]:
        return [movement for movement in self.movements() if movement["payment"] == payment]

    def kill(self) -> None:
        """As the out-of-memory killer does it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(SECONDS_TO_STOP)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(SECONDS_TO_STOP)


def command(home: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "colletta.sandbox", "--home", str(home), *options]


def surroundings(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "COLLETTA_SANDBOX_SECRET"}
    return {**kept, "COLLETTA_SANDBOX_SECRET": SECRET, **more}


def start(home: Path, *options: str, secret: str = SECRET, **pipes: Any) -> Company:
    """A running sandbox; whoever starts it stops it."""
    process = subprocess.Popen(
        command(home, *QUICK, *options),
        cwd=ROOT,
        env=surroundings(COLLETTA_SANDBOX_SECRET=secret),
        stdout=subprocess.PIPE,
        text=True,
        **pipes,
    )
    assert process.stdout is not None
    with process.stdout as said:
        line = said.readline()
    assert line, "the sandbox did not start"
    return Company(home, process, json.loads(line))


@contextmanager
def running(home: Path, *options: str, secret: str = SECRET) -> Iterator[Company]:
    """A sandbox that is stopped when the block ends."""
    company = start(home, *options, secret=secret)
    try:
        yield company
    finally:
        company.stop()
