"""The key `state` of a campaign: which there are, and what the dates say to it."""

from datetime import datetime

from colletta.campaigns.models import State
from colletta.folders.reading.tables import Table

LOADABLE = (
    State.DRAFT,
    State.APPROVED,
    State.SCHEDULED,
    State.LIVE,
    State.ENDED,
    State.CANCELLED,
)
# States in which nobody has pledged yet.
BEFORE_OPENING = frozenset({State.DRAFT, State.APPROVED, State.SCHEDULED})


def read_state(
    table: Table, *, now: datetime, opens_at: datetime | None, closes_at: datetime | None
) -> str:
    """The state a campaign is loaded in: by its dates, unless the folder names one that fits."""
    value = table.choice("state", [state.value for state in LOADABLE], required=False)
    if opens_at is None or closes_at is None:
        return value
    dated = state_by_dates(now, opens_at, closes_at)
    if value in {State.SCHEDULED, State.LIVE, State.ENDED} and value != dated:
        table.fault(
            "state",
            f'By its dates the campaign is "{dated}", not "{value}". Correct one of them, or leave '
            "the state out.",
        )
    return value or dated


def state_by_dates(now: datetime, opens_at: datetime, closes_at: datetime) -> str:
    """Scheduled before the opening, live until the closing, ended from then on."""
    if now < opens_at:
        return State.SCHEDULED.value
    return State.LIVE.value if now < closes_at else State.ENDED.value
