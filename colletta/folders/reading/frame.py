"""What the other parts of a folder are measured by: the campaign's dates, currency, language."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Known terms; None or "" where they are missing or faulty, so that nothing is held to them.

    Offsets count from `now`, the first loading; nothing may lie after `present`, this loading.
    """

    now: datetime
    present: datetime
    language: str = ""
    currency: str = ""
    type: str = ""
    state: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
