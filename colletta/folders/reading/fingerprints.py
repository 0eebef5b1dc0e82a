"""What a folder says, key by key and file by file, so that two of them can be compared.

Only digests are kept: names and addresses of people are not stored a second time. Comments,
line ends and the order of keys do not count.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from colletta.folders.contents import Fingerprint
from colletta.folders.reading.documents import Document, Path, dotted
from colletta.folders.reading.files import Files


def fingerprint_of(files: Files, documents: Sequence[Document | None]) -> Fingerprint:
    """The digest of every key of the documents, every line of CSV and every other file."""
    contents = {document.file: keys_of(document) for document in documents if document}
    for name, content in files.contents.items():
        if name in contents:
            continue
        if name.endswith(".csv"):
            contents[name] = lines_of(files.text(name))
        elif name.endswith(".md"):
            contents[name] = {"": short(files.text(name).encode())}
        else:
            contents[name] = {"": short(content)}
    canonical = json.dumps(contents, sort_keys=True, separators=(",", ":"))
    return Fingerprint(digest=hashlib.sha256(canonical.encode()).hexdigest(), contents=contents)


def differences(before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]) -> list[str]:
    """The names of files and keys that two folders do not have in common, or say differently."""
    found = []
    for file in sorted(before.keys() | after.keys()):
        if file not in after:
            found.append(f"{file} is gone")
        elif file not in before:
            found.append(f"{file} is new")
        else:
            found += [
                f"{file}: {key}" if key else file
                for key in {**before[file], **after[file]}
                if before[file].get(key) != after[file].get(key)
            ]
    return found


def keys_of(document: Document) -> dict[str, str]:
    """The digest of each value of a TOML file, by its dotted key."""
    return {dotted(path): short(repr(value).encode()) for path, value in leaves(document.values)}


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that is no table, with its path; an empty list or table counts as a value."""
    if isinstance(value, dict) and value:
        for key, entry in value.items():
            yield from leaves(entry, (*path, key))
    elif isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        for index, entry in enumerate(value):
            yield from leaves(entry, (*path, index))
    else:
        yield path, value


def lines_of(text: str) -> dict[str, str]:
    """The digest of each line that is not blank."""
    lines = enumerate(text.split("\n"), start=1)
    return {f"line {number}": short(line.encode()) for number, line in lines if line.strip()}


def short(content: bytes) -> str:
    """A digest long enough to tell one version of a value from another."""
    return hashlib.sha256(content).hexdigest()[:20]
