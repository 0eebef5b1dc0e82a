"""What a call's folder says, once it was read and found without fault. Plain values."""

from dataclasses import dataclass
from datetime import datetime

from colletta.folders.contents import Rule, Texts
from colletta.money import Money


@dataclass(frozen=True, kw_only=True)
class AskedOfApplicants:
    """A question of the call's form, answered with a text or a file."""

    key: str
    labels: Texts
    kind: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class CallFolder:
    """A whole call. `texts` are plain, by language; `version` is that of its rule."""

    slug: str
    titles: Texts
    texts: Texts
    language: str
    currency: str
    state: str
    opens_at: datetime
    closes_at: datetime | None
    pool: Money
    claw_back_days: int
    partner: str
    partner_place: str
    rule: Rule
    version: int
    questions: list[AskedOfApplicants]
