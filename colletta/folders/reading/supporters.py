"""supporters.csv: gifts and promises already made, one a row."""

import re
from datetime import UTC, datetime, timedelta

from colletta.campaigns.models import Type
from colletta.folders.contents import Gift
from colletta.folders.reading.campaign import is_email
from colletta.folders.reading.files import Files
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.instants import NotAnInstant, read_instant
from colletta.folders.reading.rows import Row, read_rows
from colletta.folders.reading.states import BEFORE_OPENING
from colletta.folders.reading.sums import sum_or_reason
from colletta.money import Money
from colletta.payments.models import Method

FILE = "supporters.csv"
COLUMNS = (
    "minutes_after_opening",
    "name",
    "email",
    "amount",
    "currency",
    "method",
    "show_name",
    "show_amount",
    "message",
)
EXPORTED = ("at", "state")
MINUTES = re.compile(r"[0-9]{1,8}", re.ASCII)
STAND_IN = Money(1, "EUR")


def read_supporters(files: Files, frame: Frame) -> list[Gift]:
    """The gifts of a folder in order of time, inside the campaign and not in the future."""
    rows = read_rows(files, FILE, COLUMNS, EXPORTED)
    if rows and frame.state in BEFORE_OPENING:
        files.faults.add(
            FILE,
            f"Nobody can have given to a campaign that is {frame.state}. Correct the opening or "
            "take the file out.",
        )
    gifts = [read_gift(row, frame) for row in rows]
    return sorted(gifts, key=lambda gift: gift.at)


def read_gift(row: Row, frame: Frame) -> Gift:
    """One row."""
    method = row.choice("method", Method.values)
    check_state(row, frame)
    return Gift(
        at=read_at(row, frame),
        name=read_name(row, method),
        email=read_email(row, method),
        amount=read_amount(row, frame),
        method=method,
        show_name=row.switch("show_name"),
        show_amount=row.switch("show_amount"),
        message=row.text("message", longest=500, lines=True),
    )


def read_at(row: Row, frame: Frame) -> datetime:
    """When it was given: the column `at` where there is one, else minutes after the opening."""
    column, at = instant_of(row, frame)
    if at is None:
        return frame.now
    if frame.opens_at and at < frame.opens_at:
        row.fault(column, "This lies before the opening. Correct it.")
    elif frame.closes_at and at >= frame.closes_at:
        row.fault(column, "This lies after the closing. Correct it.")
    elif at > frame.present:
        row.fault(column, "This lies in the future. Correct it.")
    return at


def instant_of(row: Row, frame: Frame) -> tuple[str, datetime | None]:
    """The column that decides and its instant; None where it is faulty or the opening unknown."""
    minutes, written = row.values["minutes_after_opening"], row.values.get("at", "")
    if written:
        try:
            at = read_instant(written, now=frame.now)
        except NotAnInstant as fault:
            row.fault("at", str(fault))
            return "at", None
        if minutes and MINUTES.fullmatch(minutes) and frame.opens_at:
            compare(row, at, frame.opens_at + timedelta(minutes=int(minutes)))
        return "at", at
    if not MINUTES.fullmatch(minutes):
        row.fault("minutes_after_opening", "Write the whole minutes since the opening: 248.")
        return "minutes_after_opening", None
    if frame.opens_at is None:
        return "minutes_after_opening", None
    return "minutes_after_opening", frame.opens_at + timedelta(minutes=int(minutes))


def compare(row: Row, at: datetime, by_minutes: datetime) -> None:
    """Two columns that say different things are a mistake in one of them."""
    if abs(at - by_minutes.astimezone(UTC)) > timedelta(minutes=1):
        row.fault("at", "This is not so many minutes after the opening. Correct one of the two.")


def read_name(row: Row, method: str) -> str:
    """A name; only cash may come without one."""
    name = row.text("name", longest=200)
    if not row.values["name"].strip() and method and method != Method.CASH:
        row.fault("name", "The name is missing. Only a gift in cash may be nameless.")
    return name


def read_email(row: Row, method: str) -> str:
    """An address; only cash may come without one. The same address twice is one supporter."""
    email = row.text("email", longest=254)
    if email and not is_email(email):
        row.fault("email", f'"{email}" is no e-mail address. Correct it.')
    if not row.values["email"].strip() and method and method != Method.CASH:
        row.fault("email", "The e-mail address is missing. Only a gift in cash may come without.")
    return email


def read_amount(row: Row, frame: Frame) -> Money:
    """A sum in the campaign's currency."""
    if not frame.currency:
        return STAND_IN
    if row.values["currency"] != frame.currency:
        row.fault("currency", f"The campaign is in {frame.currency}. A gift must be as well.")
        return STAND_IN
    reason, money = sum_or_reason(row.values["amount"], frame.currency)
    if reason:
        row.fault("amount", reason)
    return money or STAND_IN


def check_state(row: Row, frame: Frame) -> None:
    """An exported state must be the one that loading brings about."""
    state = row.values.get("state", "")
    if not state or not frame.type or not frame.state:
        return
    expected = {"confirmed"}
    if frame.type == Type.ALL_OR_NOTHING:
        expected = {"live": {"promised"}, "ended": {"confirmed", "dropped"}}.get(
            frame.state, {"dropped"}
        )
    if state not in expected:
        row.fault(
            "state",
            f"A pledge of this campaign is loaded as {' or '.join(sorted(expected))}, "
            f'not "{state[:20]}". Take the row out.',
        )
