"""Asks the site whether it is ready."""

import http.client
import time

from colletta.cli.faults import Refused
from colletta.cli.supervision.port import HOST
from colletta.cli.supervision.stopping import StopWish
from colletta.cli.supervision.supervisor import Supervisor

_PATIENCE = 60.0  # seconds
_PAUSE = 0.1


def wait_until_ready(port: int, supervisor: Supervisor, stop: StopWish) -> bool:
    """True when the site answers that it is ready, False when somebody wished to stop first.

    Raises Refused when a program ends before that, or nothing answers in a minute.
    """
    deadline = time.monotonic() + _PATIENCE
    answer = "nothing"
    while not stop.wait(_PAUSE):
        answer = _ask(port)
        if answer == "200":
            return True
        if ended := supervisor.ended():
            raise Refused(f"The {ended} ended while it started; what it said stands above.")
        if answer == "500" or time.monotonic() > deadline:
            raise Refused(f"The site does not get ready: /health/ready answers {answer}.")
    return False


def _ask(port: int) -> str:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/health/ready")
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as fault:
        return type(fault).__name__
    finally:
        connection.close()
