"""Settings that are not just any text."""

import os

from colletta.installation.errors import SettingsUnusable


def number(name: str, default: int) -> int:
    """A setting that is a whole number. Raises SettingsUnusable for another word."""
    written = os.environ.get(name) or str(default)
    if not (written.isascii() and written.isdecimal()):
        raise SettingsUnusable(f'{name} is "{written}"; it must be a whole number.')
    return int(written)


def one_of(name: str, *choices: str) -> str:
    """A setting with few values, the first if it is not there. Raises SettingsUnusable."""
    written = os.environ.get(name) or choices[0]
    if written not in choices:
        raise SettingsUnusable(f'{name} is "{written}"; it must be {" or ".join(choices)}.')
    return written


def server_workers() -> int:
    """Processes of the server."""
    return number("COLLETTA_WORKERS", 2)


def server_threads() -> int:
    """Requests that one process answers at the same time."""
    return number("COLLETTA_THREADS", 4)
