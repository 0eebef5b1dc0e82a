"""Watches over programs until somebody wishes to stop."""

from collections.abc import Callable

from colletta.cli.supervision.program import Program, Run
from colletta.cli.supervision.stopping import StopWish

Report = Callable[[str], None]
_LOOK = 0.25  # seconds between two looks


class Supervisor:
    """Starts programs in their order, starts again what ends, stops all in the same order."""

    def __init__(self, *, report: Report) -> None:
        self._runs: list[Run] = []
        self._report = report

    def start(self, *programs: Program) -> None:
        """These run too, from now on."""
        for program in programs:
            run = Run(program)
            self._runs.append(run)
            run.start()

    def ended(self) -> str | None:
        """The name of a program that has ended by itself, if any."""
        return next((run.program.name for run in self._runs if run.has_ended()), None)

    def watch(self, stop: StopWish, *, besides: Callable[[], None]) -> None:
        """Returns when `stop` is wished. `besides` is called at every look."""
        while not stop.wait(_LOOK):
            besides()
            for run in self._runs:
                self._look_after(run)

    def stop(self) -> None:
        for run in self._runs:
            run.stop()

    def _look_after(self, run: Run) -> None:
        if run.is_waiting():
            if run.is_due():
                run.start()
            return
        if run.has_ended():
            status = run.status()
            pause = run.plan_next_start()
            self._report(
                f"The {run.program.name} ended unexpectedly ({_how(status)}). "
                f"Starting it again in {pause:.0f} s."
            )


def _how(status: int | None) -> str:
    if status is not None and status < 0:
        return f"signal {-status}"
    return f"status {status}"
