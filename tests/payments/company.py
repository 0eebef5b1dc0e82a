"""The stand-in company in its own process, as tests of providers and payments need it."""

import hashlib
import hmac
import json
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from colletta.payments.providers.sandbox.provider import Sandbox

ROOT = Path(__file__).resolve().parents[2]
SECRET = "a secret between two that is long enough"


@dataclass(frozen=True)
class Company:
    """A running company. What tests press and break goes through its controls."""

    url: str
    account: str
    key: str

    def terms(self) -> dict[str, Any]:
        """What the settings say of it."""
        return {"url": self.url, "account": self.account, "key": self.key, "secrets": (SECRET,)}

    def surroundings(self) -> dict[str, str]:
        """The same, for programs that read it from their environment."""
        return {
            "COLLETTA_SANDBOX_URL": self.url,
            "COLLETTA_SANDBOX_ACCOUNT": self.account,
            "COLLETTA_SANDBOX_KEY": self.key,
            "COLLETTA_SANDBOX_SECRETS": SECRET,
        }

    def provider(self) -> Sandbox:
        """Our side of it."""
        return Sandbox(**self.terms())

    def press(self, object_id: str, button: str, **more: Any) -> dict[str, Any]:
        """Do what the supporter would do on the hosted page."""
        content = {"button": button} | more
        return self.ask("POST", f"/control/payments/{object_id}/buttons", content)

    def break_next(self, kind: str, *operations: str, **more: Any) -> None:
        """The next request of these operations meets a fault."""
        self.ask("POST", "/control/faults", {"kind": kind, "on": list(operations)} | more)

    def ask(self, method: str, path: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
        """One request with our key."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        headers["Idempotency-Key"] = uuid.uuid4().hex
        body = json.dumps(content or {}).encode()
        request = Request(f"{self.url}{path}", body, headers, method=method)
        with urlopen(request, timeout=60) as answer:
            found: dict[str, Any] = json.loads(answer.read())
        return found

    def moved(self) -> int:
        """Net money moved, in minor units: the oracle."""
        totals = self.ask("GET", "/v1/record")["totals"]
        return sum(one["net"] for one in totals.values())


@contextmanager
def running_company(home: Path, *options: str) -> Iterator[Company]:
    """A company with an empty record, until the block ends; `options` as docs/sandbox.md says."""
    command = [sys.executable, "-m", "colletta.sandbox", "--home", str(home), "--until-stdin-ends"]
    secret = home.with_suffix(".secret")
    secret.write_text(SECRET)
    process = subprocess.Popen(
        [*command, "--secret", str(secret), *options],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        said = json.loads(process.stdout.readline())
        key = Path(said["key_file"]).read_text().strip()
        yield Company(said["url"], said["account"], key)
    finally:
        process.stdin.close()
        process.wait(timeout=60)
        process.stdout.close()


def signed(body: bytes, *, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The header of a notice, as the company's manual says to make it."""
    at = int(time.time()) - age
    mark = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return {"Sandbox-Signature": f"t={at},v1={mark}"}
