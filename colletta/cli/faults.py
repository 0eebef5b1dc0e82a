"""What a person is told when a command fails for a reason outside the code."""

import os

import psycopg
from django.db import DatabaseError as DjangoDatabaseError

from colletta.cluster import ClusterError

_NO_SUCH_THING = {"42P01", "42703", "42883", "3F000"}  # table, column, function, schema


class Refused(Exception):
    """A command cannot do what it was asked; the message is the whole explanation."""


def explain(fault: BaseException) -> str | None:
    """A sentence with the cure, or None when this is a fault of ours that needs its traceback."""
    if isinstance(fault, ClusterError | Refused):
        return str(fault)
    if isinstance(fault, DjangoDatabaseError) and isinstance(fault.__cause__, psycopg.Error):
        fault = fault.__cause__
    if not isinstance(fault, psycopg.Error):
        return None
    if fault.sqlstate in _NO_SUCH_THING:
        return f"The database lacks what this needs ({_said(fault)}). Run: bin/colletta migrate"
    if isinstance(fault, psycopg.OperationalError):
        return f"The database cannot be reached: {_said(fault)}. {_cure()}"
    return None


def _said(fault: psycopg.Error) -> str:
    return (fault.diag.message_primary or str(fault).strip().splitlines()[0]).rstrip(".")


def _cure() -> str:
    if "DATABASE_URL" in os.environ:
        return "Is it running, and is DATABASE_URL right?"
    return "Start the site again, or look into postgres/log below COLLETTA_HOME."
