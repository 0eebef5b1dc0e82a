"""As many requests as one address answers: by wrk, or by plain Python where it is not there."""

import http.client
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple
from urllib.parse import urlsplit

CONNECTIONS = 16
WARM = 1  # seconds before it counts


class Load(NamedTuple):
    """What came back. Whatever drives the page drives its ceiling, so the share stays honest."""

    per_second: float
    p50_ms: float
    p99_ms: float


def drive(url: str, *, seconds: int) -> Load:
    """Raises RuntimeError where an answer was not 200."""
    by = _driver()
    by(url, WARM)
    return by(url, seconds)


def _driver() -> Callable[[str, int], Load]:
    if shutil.which("wrk"):
        return _by_wrk
    print("Without wrk the rates of pages are those of the driver: python.", file=sys.stderr)
    return _by_python


def _by_wrk(url: str, seconds: int) -> Load:
    options = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: br"]
    said = subprocess.run(
        ["wrk", *options, url],  # noqa: S607 - wherever the system has it
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds + 30,
    ).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert rate, said
    return Load(round(float(rate[1]), 1), _latency(said, "50%"), _latency(said, "99%"))


def _latency(said: str, share: str) -> float:
    found = re.search(rf"{share}\s+([\d.]+)(us|ms|s)\b", said)
    assert found, said
    return round(float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]], 3)


def _by_python(url: str, seconds: int) -> Load:
    """Slower than the server, so both rates are the driver's own: their share says little."""
    taken: list[float] = []
    refused: list[int] = []
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_ask, args=(url, until, taken, refused)) for _ in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if refused:
        raise RuntimeError(f"{url} answers {refused[0]}")
    taken.sort()
    rate = round(len(taken) / seconds, 1)
    return Load(rate, _at(taken, 0.50), _at(taken, 0.99))


def _ask(url: str, until: float, taken: list[float], refused: list[int]) -> None:
    parts = urlsplit(url)
    with closing(
        http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=10)
    ) as connection:
        while (begun := time.monotonic()) < until:
            connection.request("GET", parts.path, headers={"Accept-Encoding": "br"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                refused.append(answer.status)
                return
            taken.append(time.monotonic() - begun)


def _at(taken: list[float], share: float) -> float:
    return round(taken[int(len(taken) * share)] * 1000, 3)
