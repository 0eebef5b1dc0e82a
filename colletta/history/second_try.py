"""A transaction that the database broke off for the sake of another one is begun again."""

import functools
import logging
import secrets
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection

P = ParamSpec("P")
T = TypeVar("T")
# PostgreSQL's manual, appendix A: deadlock_detected, serialization_failure. How often each may
# happen to one call before it is told that the site is busy.
TRIES: Mapping[str, int] = MappingProxyType({"40P01": 2, "40001": 5})
PAUSES = (0.01, 0.02, 0.04, 0.08)  # seconds; one of them, so that two do not meet again
log = logging.getLogger(__name__)


def tried_again(work: Callable[P, T]) -> Callable[P, T]:
    """`work`, whose transaction is the outermost, is begun anew after a deadlock or a conflict.

    Inside an open transaction it is called once: only the outermost can be begun again, since the
    database has undone all of it. What happens too often is raised as it is, an OperationalError.
    """

    @functools.wraps(work)
    def patient(*arguments: P.args, **named: P.kwargs) -> T:
        if connection.in_atomic_block:
            return work(*arguments, **named)
        tries = 0
        while True:
            tries += 1
            try:
                return work(*arguments, **named)
            except OperationalError as broken_off:
                if tries >= TRIES.get(sqlstate_of(broken_off), 1):
                    raise
                log.warning("%s was broken off and begins again: %s", work.__name__, broken_off)
                time.sleep(secrets.choice(PAUSES))

    return patient


def sqlstate_of(error: BaseException) -> str:
    """The database's own code for what went wrong; empty when it did not say one."""
    return getattr(error.__cause__, "sqlstate", None) or ""
