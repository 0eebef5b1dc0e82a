"""The wish to stop: Ctrl-C, SIGTERM, or the terminal that went away."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopWish:
    """While entered, signals no longer end the process but are remembered here, once for all."""

    def __init__(self) -> None:
        self._wished = threading.Event()
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._remember)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]

    def is_there(self) -> bool:
        return self._wished.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits that long at most; True, at once, when somebody wishes us to stop."""
        return self._wished.wait(seconds)

    def _remember(self, number: int, frame: FrameType | None) -> None:
        self._wished.set()
