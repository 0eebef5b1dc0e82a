"""Asks the programs of a site whether they are ready."""

import http.client
import time
from collections.abc import Mapping
from pathlib import Path

from colletta.cli.faults import Refused
from colletta.cli.sandbox import output_of, surroundings
from colletta.cli.supervision.port import EVERYWHERE, HOST
from colletta.cli.supervision.stopping import StopWish
from colletta.cli.supervision.supervisor import Supervisor

_SILENCE = 90.0  # seconds until something must answer: a slow machine imports for a while
_DENIAL = 5.0  # seconds it may say that it is not ready
_PAUSE = 0.1
_PAUSE_AFTER_DENIAL = 1.0
_READY = 200
_BROKEN = 500


def wait_until_ready(
    port: int, supervisor: Supervisor, stop: StopWish, *, host: str = HOST
) -> bool:
    """True when the site answers that it is ready, False when somebody wished to stop first.

    Raises Refused when a program ends before that, or the site does not get ready in time.
    """
    begun = time.monotonic()
    denied: float | None = None
    while not stop.wait(_PAUSE if denied is None else _PAUSE_AFTER_DENIAL):
        status, words = _ask(host, port)
        if status == _READY:
            return True
        if ended := supervisor.ended():
            raise Refused(f"The {ended} ended while it started; what it said stands above.")
        if status is not None and denied is None:
            denied = time.monotonic()
        if status == _BROKEN or _is_late(begun, denied):
            raise Refused(f"The site does not get ready. Asked for /health/ready, it says: {words}")
    return False


def wait_for_sandbox(folder: Path, supervisor: Supervisor, stop: StopWish) -> Mapping[str, str]:
    """What the others are told of it, once it has said where it answers; empty when stopped first.

    Raises Refused when it ends before that.
    """
    deadline = time.monotonic() + _SILENCE
    while not (told := surroundings(folder)) and not stop.wait(_PAUSE):
        if supervisor.ended() or time.monotonic() > deadline:
            said = output_of(folder).read_text().strip()
            raise Refused(f"The payment sandbox does not start. It says: {said or 'nothing'}")
    return told


def _is_late(begun: float, denied: float | None) -> bool:
    now = time.monotonic()
    return now - begun > _SILENCE or (denied is not None and now - denied > _DENIAL)


def _ask(host: str, port: int) -> tuple[int | None, str]:
    """The status, None when nobody answers, and the words that came with it."""
    connection = http.client.HTTPConnection(HOST if host == EVERYWHERE else host, port, timeout=10)
    try:
        connection.request("GET", "/health/ready", headers={"Host": HOST})
        answer = connection.getresponse()
        words = answer.read(200).decode(errors="replace").strip()
        is_sentence = answer.headers.get_content_type() == "text/plain"
        return answer.status, f"{answer.status} {words if is_sentence else answer.reason}"
    except (OSError, http.client.HTTPException) as fault:
        return None, f"nothing ({type(fault).__name__})"
    finally:
        connection.close()
