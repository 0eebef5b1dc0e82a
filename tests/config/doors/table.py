"""The files of expected answers, as the test reads them and as it proposes their rows.

    desk:case
      open             GET   in  404 404 404 404 404 404 404 404 200 404 200 prv
                       POST  in  404 404 404 404 404 404 404 404 400 404 400 prv
    pages:home
      -                GET   everybody 200
    people:profile
      -                GET   signed-in 200

A line at the margin names an address; below it stand its things (see objects.py), each with what
GET and POST are answered, a column a role, in the order of roles.py; `everybody` stands for all of
them, `signed-in` for all but the visitor, who is sent to sign in. A method without a row does
nothing: it is answered 405, or refuses somebody as the other method does.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.config.doors.roles import ROLES

FOLDER = Path(__file__).parent / "expected"
EVERYBODY, SIGNED_IN = "everybody", "signed-in"
REFUSALS = frozenset({"405", "404", "in", "prv"})
Row = tuple[str, str, str]  # the address's name, the thing, the method
Table = dict[Row, list[str]]
Found = dict[tuple[str, str], list[str]]  # what a thing and a method of one address are answered


class Unreadable(ValueError):
    """A line of a file is not what it must be."""


def expected(folder: Path = FOLDER) -> Table:
    """Every row of every file. Raises Unreadable."""
    rows: Table = {}
    for path in sorted(folder.glob("*.txt")):
        for row, outcomes in _rows_of(path.read_text(encoding="utf-8")):
            if row in rows:
                raise Unreadable(f"{path.name}: {row} stands twice")
            rows[row] = outcomes
    return rows


def _rows_of(text: str) -> Iterator[tuple[Row, list[str]]]:
    name = thing = ""
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        if not line.startswith(" "):
            name = words[0]
            continue
        if words[0] not in {"GET", "POST"}:
            thing = words.pop(0)
        method, *outcomes = words
        yield (name, thing, method), _spread(outcomes, line)


def _spread(outcomes: list[str], line: str) -> list[str]:
    if outcomes[0] == EVERYBODY:
        return outcomes[1:] * len(ROLES)
    if outcomes[0] == SIGNED_IN:
        return ["in", *outcomes[1:] * (len(ROLES) - 1)]
    if len(outcomes) != len(ROLES):
        raise Unreadable(f"{len(outcomes)} answers for {len(ROLES)} roles: {line}")
    return outcomes


def proposed(name: str, found: Found) -> str:
    """The lines of one address as they would stand in a file, with what was answered now."""
    lines, before = [name], ""
    for (thing, method), outcomes in found.items():
        if not needs_row(method, thing, found):
            continue
        shown = "" if thing == before else thing
        before = thing
        lines.append(f"  {shown:<24} {method:<5} {_told(outcomes)}")
    return "\n".join(lines)


def _told(outcomes: Sequence[str]) -> str:
    if len(set(outcomes)) == 1:
        return f"{EVERYBODY} {outcomes[0]}"
    if outcomes[0] == "in" and is_uniform(outcomes):
        return f"{SIGNED_IN} {outcomes[1]}"
    return " ".join(f"{outcome:<3}" for outcome in outcomes).rstrip()


def is_uniform(outcomes: Sequence[str]) -> bool:
    """Whether all who are signed in are answered alike, and a visitor too or asked to sign in."""
    return len(set(outcomes[1:])) == 1 and outcomes[0] in {"in", outcomes[1]}


def needs_row(method: str, thing: str, found: Found) -> bool:
    """Whether a method does more than refuse; where neither does, GET has the row."""
    get, post = found.get((thing, "GET")), found.get((thing, "POST"))
    if get is None or post is None:
        return True
    if method == "POST":
        return not _is_silent(post, get)
    return not _is_silent(get, post) or _is_silent(post, get)


def _is_silent(outcomes: Sequence[str], other: Sequence[str]) -> bool:
    """Whether everybody is answered 405, or is refused as the other method refuses them."""
    pairs = zip(outcomes, other, strict=True)
    return all(one == "405" or (one == there and one in REFUSALS) for one, there in pairs)


def differences(expected_row: Sequence[str], found: Sequence[str]) -> list[str]:
    """A sentence for each role that was answered otherwise."""
    columns = zip(ROLES, expected_row, found, strict=True)
    return [
        f"{role} ({ROLES[role]}): {came}, expected {asked}"
        for role, asked, came in columns
        if asked != came
    ]
