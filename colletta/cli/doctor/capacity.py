"""Whether processes, threads and connections fit each other, and names of settings are known."""

import difflib
import os
from typing import Any

from colletta.cli.doctor.finding import Finding, Findings
from colletta.installation.names import is_known, known_names


def judge_capacity(settings: Any) -> Findings:
    """Findings about the numbers of processes, threads and connections."""
    for name, count in (("WORKERS", settings.SERVER_WORKERS), ("THREADS", settings.SERVER_THREADS)):
        if not 1 <= count <= 256:
            yield Finding(f"COLLETTA_{name}", f"{count} cannot serve", "Write a number from 1 up")
    if 0 < settings.SERVER_POOL < settings.SERVER_THREADS:
        yield Finding(
            "COLLETTA_DATABASE_POOL",
            f"{settings.SERVER_POOL} connections for {settings.SERVER_THREADS} threads: requests "
            "would wait for one, and fail",
            "Leave it out: each thread then has its connection",
        )


def judge_names(settings: Any) -> Findings:
    """Findings about settings that nobody reads, most likely misspelled."""
    for name in sorted(os.environ):
        if name.startswith("COLLETTA_") and not is_known(name):
            near = difflib.get_close_matches(name, known_names(), 1)
            yield Finding(
                name,
                "no setting has this name",
                f"Did you mean {near[0]}?" if near else "docs/hosting/settings.md lists them",
                "nothing",
            )
