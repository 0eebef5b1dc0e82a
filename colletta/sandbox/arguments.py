"""What the command line and the environment say, checked."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from colletta.sandbox.clock import SECOND
from colletta.sandbox.habits import Habits
from colletta.sandbox.web.dispatch import is_of_this_machine

SECRET_VARIABLE = "COLLETTA_SANDBOX_SECRET"  # noqa: S105  the name of a secret is none
SHORTEST_SECRET = 32


class UnsafeStart(Exception):
    """It would run, but not safely; the message says why."""


@dataclass(frozen=True)
class Arguments:
    """Everything that a start needs to be told."""

    home: Path
    port: int
    secrets: tuple[bytes, ...]
    notify: str
    until_stdin_ends: bool
    habits: Habits


def read_arguments(arguments: list[str] | None) -> Arguments:
    """The arguments, those of the process unless given. Raises UnsafeStart, SystemExit."""
    given = _parser().parse_args(arguments)
    habits = Habits(
        lifetime=given.expire_after * SECOND,
        notice_delay=given.notice_delay_ms,
        retry=given.notice_retry_ms,
        late=given.late_ms,
    )
    return Arguments(
        given.home,
        given.port,
        secrets=_secrets(given.secret),
        notify=_address(given.notify),
        until_stdin_ends=given.until_stdin_ends,
        habits=habits,
    )


def _parser() -> argparse.ArgumentParser:
    usual = Habits()
    parser = argparse.ArgumentParser(
        prog="python -m colletta.sandbox",
        description="A payment company to try things out with: no money moves.",
    )
    option = parser.add_argument
    option("--home", type=Path, required=True, help="its folder, made when missing")
    option("--port", type=int, default=0, help="0: the port of last time, else any free one")
    option("--secret", type=Path, help=f"file with a secret a line, else {SECRET_VARIABLE}")
    option("--notify", default="", help="address on this machine that notices are posted to")
    option("--until-stdin-ends", action="store_true", help="end with whoever holds the input")
    option("--expire-after", type=_positive, default=usual.lifetime // SECOND, metavar="SECONDS")
    option("--notice-delay-ms", type=_natural, default=usual.notice_delay, metavar="MS")
    option("--notice-retry-ms", type=_positive, default=usual.retry, metavar="MS")
    option("--late-ms", type=_positive, default=usual.late, metavar="MS")
    return parser


def _natural(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise argparse.ArgumentTypeError("a whole number, please")
    return int(text)


def _positive(text: str) -> int:
    if not (number := _natural(text)):
        raise argparse.ArgumentTypeError("more than nothing, please")
    return number


def _secrets(file: Path | None) -> tuple[bytes, ...]:
    text = file.read_text(encoding="utf-8") if file else os.environ.get(SECRET_VARIABLE, "")
    found = tuple(line.strip().encode() for line in text.splitlines() if line.strip())
    if not found:
        raise UnsafeStart(f"No secret to sign notices with: give --secret or {SECRET_VARIABLE}.")
    if any(len(secret) < SHORTEST_SECRET for secret in found):
        raise UnsafeStart(f"A secret has at least {SHORTEST_SECRET} characters.")
    return found


def _address(url: str) -> str:
    parts = urlsplit(url)
    if url and not (parts.scheme == "http" and is_of_this_machine(parts.hostname or "")):
        raise UnsafeStart("Notices are posted to http addresses of this machine only.")
    return url
