"""Something that is unsafe or missing, with its cure."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Stops = Literal["all", "serve", "nothing"]


class Finding(NamedTuple):
    """`stops`: what does not start until it is cured: server and worker, the server, nothing."""

    setting: str
    fault: str
    cure: str
    stops: Stops = "all"


Findings = Iterator[Finding]
