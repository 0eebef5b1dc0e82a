"""A site becomes the demonstration."""

from collections.abc import Callable

from colletta.demo.gathering import gather
from colletta.demo.loading import load
from colletta.demo.talking import talk


def stage(report: Callable[[str], None]) -> None:
    """The campaigns and the people are there; doing it again changes nothing.

    Raises what `load_folder` raises.
    """
    load(report)
    if came := gather():
        report(f"{came} people have joined")
        talk()
