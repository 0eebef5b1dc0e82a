"""How long each part of a run takes: seconds of load, or how often something is done."""

from typing import NamedTuple


class Lengths(NamedTuple):
    """Of one run."""

    load: int  # seconds of requests to one address
    renders: int  # of each campaign
    pledges: int  # by the action, one after the other
    http: int  # pledges sent as forms
    crowd: float  # seconds that several processes give at once


QUICK = Lengths(load=2, renders=40, pledges=60, http=40, crowd=2.0)
FULL = Lengths(load=10, renders=400, pledges=500, http=200, crowd=10.0)
