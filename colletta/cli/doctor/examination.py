"""All that the doctor looks at."""

from collections.abc import Callable, Sequence
from typing import Any

from colletta.cli.doctor.addresses import judge_addresses
from colletta.cli.doctor.capacity import judge_capacity, judge_names
from colletta.cli.doctor.database import judge_database
from colletta.cli.doctor.finding import Finding, Findings
from colletta.cli.doctor.folders import judge_folders, judge_static_files
from colletta.cli.doctor.trust import judge_keys, judge_mail, judge_providers, judge_sign_in

Judge = Callable[[Any], Findings]
SETTINGS: Sequence[Judge] = (
    judge_keys,
    judge_addresses,
    judge_providers,
    judge_sign_in,
    judge_mail,
    judge_capacity,
    judge_names,
)
SURROUNDINGS: Sequence[Judge] = (judge_folders, judge_static_files, judge_database)


def examine(
    settings: Any, *, judges: Sequence[Judge] = (*SETTINGS, *SURROUNDINGS)
) -> list[Finding]:
    """Every finding, those that stop the site first."""
    found = [finding for judge in judges for finding in judge(settings)]
    return sorted(found, key=lambda finding: finding.stops == "nothing")


def stopping(found: Sequence[Finding], program: str) -> list[Finding]:
    """Those that keep a program, `serve` or `worker`, from starting."""
    stops = {"all", program}
    return [finding for finding in found if finding.stops in stops]
