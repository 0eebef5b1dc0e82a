"""The doctor's findings, as people read them."""

import textwrap
from collections.abc import Sequence

from django.conf import settings

from colletta.cli.doctor.examination import examine, stopping
from colletta.cli.doctor.finding import Finding
from colletta.cli.faults import Refused
from colletta.cli.tables import table

_WIDTH = 44


def tell() -> bool:
    """Prints every finding; False when one keeps the site from starting."""
    found = examine(settings)
    print(_written(found) if found else "Nothing is unsafe or missing.")
    count = len(stopping(found, "serve"))
    if count:
        print(f"{count} of these must be cured before the site starts.")
    elif found:
        print("The site may start.")
    return not count


def refuse_unsafe(program: str) -> None:
    """Raises Refused with the findings that keep `program` from starting."""
    found = stopping(examine(settings), program)
    if found:
        raise Refused(f"{_written(found)}The {program} does not start like this: colletta doctor")


def _written(found: Sequence[Finding]) -> str:
    names = ["", "where", "what is wrong", "what to do"]
    rows = [
        [
            "warning" if one.stops == "nothing" else "UNSAFE",
            *(textwrap.fill(text, _WIDTH) for text in (one.setting, one.fault, one.cure)),
        ]
        for one in found
    ]
    return table(names, rows, [False] * len(names))
