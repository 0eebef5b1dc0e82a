"""What every provider does for us, in a few verbs with plain values in and out.

A provider renders none of our pages, knows no fees, writes no books. Each call ends as *done*
(it returns), *refused* (ProviderRefused: nothing moved) or *unknown* (OutcomeUnknown: whoever
called leaves the payment as it is, the sweep reads what became of it; rule R4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from colletta.money import Money
from colletta.payments.models import Method, RecordLine, State


class ProviderRefused(Exception):
    """The provider answered no; nothing moved. `code` is the provider's own word."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(message or code)
        self.code = code


class OutcomeUnknown(Exception):
    """The answer was lost, late, or made no sense: it may have happened."""


class ForgedNotice(Exception):
    """A notice that is not provably from the provider: answered with 400, kept nowhere."""


@dataclass(frozen=True, kw_only=True)
class Description:
    """What a page says of a provider: its name for people, and how one can pay through it."""

    title: str
    methods: tuple[Method, ...]


@dataclass(frozen=True, kw_only=True)
class Start:
    """What a provider needs to begin. `reference` is the payment's own name, its key for ever."""

    reference: str
    amount: Money
    method: Method
    payee: str
    description: str
    return_url: str
    language: str
    save_for_later: bool = False


@dataclass(frozen=True, kw_only=True)
class Started:
    """The provider's object, and the page where the supporter goes on."""

    object_id: str
    page: str


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What the provider says of one of its objects at this moment.

    `account` and `live` say whose it is; `reference` is what we called it. All are compared with
    the payment before anything is believed (rule R5).
    """

    object_id: str
    account: str
    live: bool
    reference: str
    state: State
    amount: Money
    captured: Money
    refunded: Money


@dataclass(frozen=True, kw_only=True)
class Moved:
    """One movement of money in the provider's own record; `name` is its place there."""

    name: str
    kind: RecordLine.Kind
    object_id: str
    reference: str
    amount: Money
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Record:
    """A part of the provider's own record, and what all of it adds up to, by currency.

    `last` is the name of its last line, and without lines that of the line it was asked after.
    """

    lines: Sequence[Moved]
    last: str
    more: bool
    captured: Mapping[str, int]
    refunded: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Hint:
    """A notice that is provably from the provider: a hint to look at one of its objects.

    `familiar` is false where it is of a kind, or written in a way, that we were not made for.
    """

    event: str
    kind: str
    familiar: bool
    object_id: str
    account: str
    live: bool


class Provider(Protocol):
    """One account with one provider."""

    @property
    def name(self) -> str:
        """The word under which payments and notices name the provider."""

    @property
    def account(self) -> str:
        """The provider's name for our account."""

    @property
    def live(self) -> bool:
        """Whether real money moves."""

    def describe(self) -> Description:
        """What a supporter is told of the provider; nobody is asked for it."""

    def start(self, start: Start) -> Started:
        """Create the provider's object; no money moves before its page confirms it.

        Asking again with the same reference gives the same object. Raises ProviderRefused,
        OutcomeUnknown.
        """

    def fetch(self, object_id: str) -> Snapshot:
        """Read the payment that an object is, or belongs to, as a refund does.

        Raises ProviderRefused (there is none), OutcomeUnknown.
        """

    def cancel(self, object_id: str) -> Snapshot:
        """Take an object back, so that nobody can confirm it and nothing can be taken with it.

        Asking again changes nothing. Raises ProviderRefused where it is past that, OutcomeUnknown:
        after either, the object says what became of it.
        """

    def find(self, reference: str) -> Snapshot | None:
        """Read the object that we called by a reference, if there is one. Raises OutcomeUnknown."""

    def record(self, after: str) -> Record:
        """What money moved after a line, from the beginning for an empty name, oldest first.

        Raises OutcomeUnknown, ProviderRefused.
        """

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Hint:
        """Prove where a notice comes from, then read it. Raises ForgedNotice."""
