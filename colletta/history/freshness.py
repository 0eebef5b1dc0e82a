"""Whether there is a new fact about something: asked by each process of a machine without a query.

A page that is kept in front of Django is true as long as no newer fact tells about what it shows.
Each fact gives what it is about another number, drawn by chance. The numbers stand in one small
file that all processes of the machine map into memory. It holds nothing that matters: without it,
or after its loss, pages are made anew.
"""

import hashlib
import mmap
import os
import struct
import zlib
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings

EVERYTHING = "site"  # what every fact is about: pages that show many things depend on it
# What the fact of an erasure is about: whatever a process keeps may hold the name.
FORGOTTEN = "memory:pages"
# What a page is about, said by its view for the cache alone, which takes it away:
# "campaign:42 organisation:7". A page without it is about everything.
HEADER = "X-Page-Subjects"
NAME = "freshness"
PLACES = 8192  # subjects that share a place make each other's pages anew, nothing worse
TOLD = 65536  # the latest facts, so that none is told twice
NUMBER = struct.Struct("<Q")
SIZE = (PLACES + TOLD) * NUMBER.size

Numbers = tuple[int, ...]
ABOUT = ("campaign", "organisation", "call")  # what the details of a fact may name


class Board:
    """The numbers of one machine."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it. Raises OSError where it cannot be written."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if os.fstat(handle).st_size < SIZE:
                os.ftruncate(handle, SIZE)
            self._numbers = mmap.mmap(handle, SIZE)
        finally:
            os.close(handle)

    def tell(self, fact: int, *, at: datetime, subjects: Iterable[str]) -> None:
        """A fact about these subjects is committed. Telling it again soon changes nothing.

        `fact` is its id, which another database would give again: with its instant it is the only
        one. Its subjects get a number that nothing ever had, so that no page of before is taken
        for true again, in whatever order facts are told.
        """
        known, remembered = _number(fact, at), PLACES + fact % TOLD
        if self._read(remembered) == known:
            return
        (news,) = NUMBER.unpack(os.urandom(NUMBER.size))
        for subject in (EVERYTHING, *subjects):
            self._write(_place(subject), news)
        self._write(remembered, known)

    def numbers(self, subjects: Iterable[str]) -> Numbers:
        """The number of each of these subjects, 0 where no fact was told."""
        return tuple(self._read(_place(subject)) for subject in subjects)

    def as_it_stands(self) -> bytes:
        """All numbers of this moment, to be asked later with `numbers_in`."""
        return self._numbers[: PLACES * NUMBER.size]

    def _read(self, place: int) -> int:
        number: tuple[int] = NUMBER.unpack_from(self._numbers, place * NUMBER.size)
        return number[0]

    def _write(self, place: int, number: int) -> None:
        NUMBER.pack_into(self._numbers, place * NUMBER.size, number)


def numbers_in(earlier: bytes, subjects: Iterable[str]) -> Numbers:
    """The number of each of these subjects, as it stood earlier."""
    return tuple(NUMBER.unpack_from(earlier, _place(one) * NUMBER.size)[0] for one in subjects)


@cache
def board_at(path: Path) -> Board:
    """The board in a file, mapped once in a process."""
    return Board(path)


def board() -> Board | None:
    """This machine's board; None where the installation's folder cannot be written."""
    try:
        return board_at(Path(settings.COLLETTA_HOME) / NAME)
    except OSError:
        return None


def subjects_of(about: str, details: dict[str, object]) -> list[str]:
    """What a fact tells about: the thing itself, the campaign or call it belongs to, its owner.

    `details` name them by their ids: {"campaign": 42}.
    """
    named = [f"{kind}:{details[kind]}" for kind in ABOUT if kind in details]
    return [about, *named]


def _number(fact: int, at: datetime) -> int:
    told = f"{fact} {at.isoformat()}".encode()
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest())


def _place(subject: str) -> int:
    return zlib.crc32(subject.encode()) % PLACES
