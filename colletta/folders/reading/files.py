"""The files of a folder, read once, within limits, never from outside the folder."""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from colletta.folders.faults import Faults

KIB = 1024
LARGEST_PICTURE = 40 * KIB * KIB
LARGEST_TEXT = 512 * KIB
LARGEST = {
    "campaign.toml": 512 * KIB,
    "call.toml": 512 * KIB,
    "supporters.csv": 16 * KIB * KIB,
    "gallery/captions.toml": 256 * KIB,
}
MOST_FILES = 1000
MOST_BYTES = 256 * KIB * KIB
LEFT_BY_DESKTOPS = frozenset({"Thumbs.db", "desktop.ini"})
LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?"
PICTURE = r"(?i:jpe?g|png|webp|avif|gif)"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What may lie in a folder of one kind, and what is said of any other file."""

    belongs: re.Pattern[str]
    folders: tuple[str, ...]
    stranger: str


OF_A_CAMPAIGN = Kind(
    belongs=re.compile(
        r"campaign\.toml|supporters\.csv|gallery/captions\.toml"
        rf"|(?:story|owner)\.{LANGUAGE}\.md|updates/[^/]+\.{LANGUAGE}\.md"
        rf"|cover\.{PICTURE}|gallery/[^/]+\.{PICTURE}"
    ),
    folders=("gallery", "updates"),
    stranger=(
        "A file of this name does not belong in a campaign's folder. Known are campaign.toml, "
        "story.<lang>.md, owner.<lang>.md, cover.<ext>, gallery/*.<ext>, gallery/captions.toml, "
        "supporters.csv and updates/*.<lang>.md; a language is written like it, en or de-AT."
    ),
)
OF_A_CALL = Kind(
    belongs=re.compile(rf"call\.toml|text\.{LANGUAGE}\.txt"),
    folders=(),
    stranger=(
        "A file of this name does not belong in a call's folder. Known are call.toml and "
        "text.<lang>.txt; a language is written like it, en or de-AT."
    ),
)


@dataclass(frozen=True, kw_only=True)
class Files:
    """What lies in a folder: the path within it (with slashes) and the bytes of each file."""

    contents: dict[str, bytes]
    faults: Faults

    def text(self, name: str) -> str:
        """A file as text with plain line ends; "" after a fault."""
        content = self.contents[name].removeprefix(b"\xef\xbb\xbf")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as fault:
            line = content.count(b"\n", 0, fault.start) + 1
            self.faults.add(name, "The text is not UTF-8. Save the file as UTF-8.", line=line)
            return ""
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            self.faults.add(name, "The text holds a NUL character. Take it out.", line=line)
            return ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


def open_folder(folder: Path, faults: Faults, kind: Kind = OF_A_CAMPAIGN) -> Files:
    """All files of a folder; what cannot be read is a fault by name."""
    contents: dict[str, bytes] = {}
    if not folder.is_dir():
        faults.add(str(folder), "There is no such folder. Name the folder of one campaign or call.")
        return Files(contents=contents, faults=faults)
    room = MOST_BYTES
    for count, name in enumerate(names_in(folder, "", faults, kind)):
        if count >= MOST_FILES:
            faults.add(str(folder), f"There are more than {MOST_FILES} files. Take some out.")
            break
        content = content_of(folder, name, faults) if belongs(name, faults, kind) else b""
        room -= len(content)
        if room < 0:
            faults.add(str(folder), "The files are larger than 256 MB in all. Make them smaller.")
            break
        contents[name] = content
    return Files(contents=contents, faults=faults)


def belongs(name: str, faults: Faults, kind: Kind) -> bool:
    """Whether a folder of this kind has such a file; a stranger is a fault, never overlooked."""
    if kind.belongs.fullmatch(name):
        return True
    faults.add(printable(name), kind.stranger)
    return False


def names_in(folder: Path, prefix: str, faults: Faults, kind: Kind) -> list[str]:
    """The paths of files, sorted; folders that do not belong here are faults."""
    names: list[str] = []
    try:
        entries = sorted(os.scandir(folder / prefix), key=lambda entry: entry.name)
    except OSError as fault:
        faults.add(prefix or str(folder), f"The folder cannot be read: {fault.strerror}.")
        return names
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.name.startswith(".") or entry.name in LEFT_BY_DESKTOPS:
            continue
        if not is_folder(entry):
            names.append(name)
        elif name in kind.folders:
            names += names_in(folder, f"{name}/", faults, kind)
        else:
            faults.add(printable(name), "A folder of this name does not belong here. Move it away.")
    return names


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder or leads to one; links in a circle lead to none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def content_of(folder: Path, name: str, faults: Faults) -> bytes:
    """The bytes of a regular file inside the folder; b"" after a fault."""
    place = folder / name
    limit = largest(name)
    try:
        reason = fault_of_place(place, folder)
        content = b"" if reason else read_at_most(place, limit + 1)
    except (OSError, RuntimeError):  # RuntimeError: links that lead in a circle
        reason, content = "The file cannot be read. Put the file itself here.", b""
    if len(content) > limit:
        reason = f"The file is larger than {limit // KIB} KB. Make it smaller."
    if reason:
        faults.add(printable(name), reason)
        return b""
    return content


def fault_of_place(place: Path, folder: Path) -> str:
    """Why something is not read as a file of the folder; "" where it may be. Raises OSError."""
    if not place.resolve(strict=True).is_relative_to(folder.resolve(strict=True)):
        return "The link leads out of the folder. Put the file itself here."
    return "" if place.is_file() else "This is no regular file. Take it out."


def read_at_most(place: Path, limit: int) -> bytes:
    with place.open("rb") as file:
        return file.read(limit)


def largest(name: str) -> int:
    """How many bytes a file may have."""
    if name in LARGEST:
        return LARGEST[name]
    return LARGEST_TEXT if PurePosixPath(name).suffix in {".md", ".txt"} else LARGEST_PICTURE


def printable(name: str) -> str:
    """A file's name as it can be shown on a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)
