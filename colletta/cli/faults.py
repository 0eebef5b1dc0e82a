"""What a person is told when a command fails for a reason outside the code."""

import os

import psycopg

from colletta.cluster import ClusterError
from colletta.installation import SettingsUnusable

_NO_SUCH_THING = {"42P01", "42703", "42883", "3F000"}  # table, column, function, schema


class Refused(Exception):
    """A command cannot do what it was asked; the message is the whole explanation."""


def explain(fault: BaseException) -> str | None:
    """A sentence with the cure, or None when this is a fault of ours that needs its traceback."""
    if isinstance(fault, ClusterError | Refused | SettingsUnusable):
        return str(fault)
    source = _from_the_driver(fault)
    if source is None:
        return None
    if source.sqlstate in _NO_SUCH_THING:
        return f"The database lacks what this needs ({_said(source)}). Run: bin/colletta migrate"
    if isinstance(source, psycopg.OperationalError):
        return f"The database cannot be reached: {_said(source)}. {_cure()}"
    return None


def _from_the_driver(fault: BaseException | None) -> psycopg.Error | None:
    """Django and the queue wrap what psycopg raised."""
    while fault is not None and not isinstance(fault, psycopg.Error):
        fault = fault.__cause__
    return fault


def _said(fault: psycopg.Error) -> str:
    return (fault.diag.message_primary or str(fault).strip().splitlines()[0]).rstrip(".")


def _cure() -> str:
    if "DATABASE_URL" in os.environ:
        return "Is it running, and is DATABASE_URL right?"
    return "Start the site again, or look into postgres/log below COLLETTA_HOME."
