"""What a folder says, once it was read and found without fault. Plain values, no database."""

from dataclasses import dataclass, field
from datetime import datetime

from colletta.money import Money

Texts = dict[str, str]  # one text by language


@dataclass(frozen=True, kw_only=True)
class Owner:
    """Whose campaign it is; `about` is sanitised HTML by language."""

    kind: str
    name: str
    contact_email: str
    about: Texts


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The table [campaign]: what is asked for, between which instants.

    `cancelled_at` and `cancelled_because` are told of a cancelled campaign, if at all.
    """

    slug: str
    titles: Texts
    taglines: Texts
    type: str
    category: str
    target: Money
    opens_at: datetime
    closes_at: datetime
    duration_days: int | None
    timezone: str
    place: str
    language: str
    sdgs: list[int]
    state: str
    cover_alternatives: Texts = field(default_factory=dict)
    cancelled_at: datetime | None = None
    cancelled_because: str = ""


@dataclass(frozen=True, kw_only=True)
class BudgetLine:
    """One thing the money will buy."""

    names: Texts
    notes: Texts
    amount: Money | None


@dataclass(frozen=True, kw_only=True)
class Reward:
    """What a supporter gets in return."""

    names: Texts
    price: Money
    stock: int | None
    delivery: str
    shipping: bool


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with its answer."""

    questions: Texts
    answers: Texts


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When a partner adds, and what. Shares in hundredths of a percent, the ratio in
    ten-thousandths.
    """

    threshold: Money | None
    threshold_share: int | None
    minimum_supporters: int
    window_days: int | None
    gives: str
    amount: Money | None
    share: int | None
    ratio: int | None
    cap: Money | None
    cap_per_gift: Money | None
    counts_offline: bool


@dataclass(frozen=True, kw_only=True)
class Match(Rule):
    """A partner's rule for this campaign; `call` is the address of the call it comes under."""

    partner: str
    partner_place: str
    call: str


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What somebody said under the campaign; `answers` is the place of the comment it answers.

    Places count from 1, as the comments stand in the file.
    """

    name: str
    at: datetime
    text: str
    answers: int | None = None


@dataclass(frozen=True, kw_only=True)
class Update:
    """News from the owner; `texts` is sanitised HTML by language."""

    name: str
    language: str
    titles: Texts
    texts: Texts
    at: datetime
    for_supporters: bool = False


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A picture's file as it lies in the folder."""

    name: str
    content: bytes = field(repr=False)
    alternatives: Texts
    captions: Texts


@dataclass(frozen=True, kw_only=True)
class Gift:
    """One row of supporters.csv: a gift, or a promise where the type is all or nothing."""

    at: datetime
    name: str
    email: str
    amount: Money
    method: str
    show_name: bool
    show_amount: bool
    message: str


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """What each file and key says, as written; offsets stay offsets."""

    digest: str
    contents: dict[str, dict[str, str]]


@dataclass(frozen=True, kw_only=True)
class CampaignFolder:
    """A whole campaign. Stories are sanitised HTML by language; gifts are in order of time."""

    terms: Terms
    owner: Owner
    stories: Texts
    cover: Upload | None
    gallery: list[Upload]
    budget: list[BudgetLine]
    rewards: list[Reward]
    questions: list[Question]
    matches: list[Match]
    comments: list[Comment]
    updates: list[Update]
    gifts: list[Gift]
    fingerprint: Fingerprint
