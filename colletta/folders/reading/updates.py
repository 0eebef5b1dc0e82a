"""News from the owner: updates/<name>.<lang>.md, with a title and a date in front."""

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime

from colletta.folders.contents import Update
from colletta.folders.reading.files import Files
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.instants import NotAnInstant, read_instant
from colletta.folders.reading.stories import read_markdown
from colletta.folders.reading.wording import fault_in

FENCE = "---"
LINE = re.compile(r"\s*([A-Za-z_]+)\s*:\s*(.*?)\s*")
HOW_TO = 'Begin the file with a line "---", then "title: …" and "at: …", then a line "---".'


@dataclass(frozen=True, kw_only=True)
class Page:
    """An update in one language."""

    file: str
    language: str
    title: str
    at: datetime | None
    for_supporters: bool
    text: str


def read_updates(files: Files, frame: Frame) -> list[Update]:
    """Every update, its languages together, oldest first."""
    pages: dict[str, list[Page]] = {}
    for file in files.contents:
        if file.startswith("updates/"):
            name, language, _ = file.removeprefix("updates/").rsplit(".", 2)
            pages.setdefault(name, []).append(read_page(files, file, language, frame))
    updates = [joined(files, name, found, frame) for name, found in pages.items()]
    return sorted(updates, key=lambda update: (update.at, update.name))


def joined(files: Files, name: str, pages: list[Page], frame: Frame) -> Update:
    """The languages of one update; they were published at one instant."""
    first = pages[0]
    if reason := fault_in(name, longest=120):
        files.faults.add(first.file, f"The file's name does not do. {reason}")
    for page in pages[1:]:
        if page.at and first.at and page.at != first.at:
            files.faults.add(
                page.file, f"The date differs from that in {first.file}. Make them the same."
            )
        if page.for_supporters != first.for_supporters:
            reason = f"It is for others than {first.file}. Make them the same."
            files.faults.add(page.file, reason, key="for")
    languages = [page.language for page in pages]
    return Update(
        name=name,
        language=frame.language if frame.language in languages else languages[0],
        titles={page.language: page.title for page in pages},
        texts={page.language: page.text for page in pages},
        at=first.at or frame.now,
        for_supporters=first.for_supporters,
    )


def read_page(files: Files, file: str, language: str, frame: Frame) -> Page:
    """One file: what stands in front, then the text."""
    lines = files.text(file).split("\n")
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() == FENCE), 0)
    if lines[0].rstrip() != FENCE or not end:
        files.faults.add(file, f"The title and the date are missing. {HOW_TO}", line=1)
        return Page(file=file, language=language, title="", at=None, for_supporters=False, text="")
    front = read_front(files, file, lines[1:end])
    return Page(
        file=file,
        language=language,
        title=read_title(files, file, front),
        at=read_at(files, file, front, frame),
        for_supporters=read_whom(files, file, front),
        text=read_markdown(files, file, "\n".join(lines[end + 1 :]), above=end + 1),
    )


def read_front(files: Files, file: str, lines: list[str]) -> dict[str, tuple[int, str]]:
    """The values between the two fences, each with its line."""
    front: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines, start=2):
        found = LINE.fullmatch(line)
        if not line.strip():
            continue
        if not found or found[1] not in {"title", "at", "for"}:
            reason = f"Only title, at and for are known here. {HOW_TO}"
            files.faults.add(file, reason, line=number, key=found[1] if found else "")
        elif found[1] in front:
            files.faults.add(file, "This is said twice. Say it once.", line=number, key=found[1])
        else:
            front[found[1]] = number, unquoted(found[2])
    for key in ("title", "at"):
        if key not in front:
            files.faults.add(file, f"This is missing. {HOW_TO}", line=1, key=key)
    return front


def unquoted(value: str) -> str:
    """A value without the quotes around it, if it has any."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        try:
            return str(tomllib.loads(f"value = {value}")["value"])
        except tomllib.TOMLDecodeError:
            return value
    return value


def read_title(files: Files, file: str, front: dict[str, tuple[int, str]]) -> str:
    if "title" not in front:
        return ""
    line, title = front["title"]
    if reason := fault_in(title, longest=200):
        files.faults.add(file, reason, line=line, key="title")
    return title.strip()


def read_whom(files: Files, file: str, front: dict[str, tuple[int, str]]) -> bool:
    """Whether it is for supporters only, as "for: supporters" says."""
    line, written = front.get("for", (0, "everybody"))
    if written not in {"everybody", "supporters"}:
        reason = 'Write "for: supporters", or leave this out.'
        files.faults.add(file, reason, line=line, key="for")
    return written == "supporters"


def read_at(
    files: Files, file: str, front: dict[str, tuple[int, str]], frame: Frame
) -> datetime | None:
    if "at" not in front:
        return None
    line, written = front["at"]
    try:
        at = read_instant(written, now=frame.now)
    except NotAnInstant as fault:
        files.faults.add(file, str(fault), line=line, key="at")
        return None
    if at > frame.present:
        files.faults.add(
            file, "The update lies in the future. Correct its date.", line=line, key="at"
        )
    return at
