"""What happened elsewhere and is written down here is told to nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_elsewhere: ContextVar[bool] = ContextVar("elsewhere", default=False)


@contextmanager
def happened_elsewhere() -> Iterator[None]:
    """Facts recorded inside are history alone: no reaction gets them.

    For whoever brings a whole past at once and afterwards does itself what reactions would do.
    """
    token = _elsewhere.set(True)
    try:
        yield
    finally:
        _elsewhere.reset(token)


def is_elsewhere() -> bool:
    """Whether what is recorded now happened elsewhere."""
    return _elsewhere.get()
