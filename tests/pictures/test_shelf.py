"""Where the files lie."""

import errno
import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test.utils import override_settings

from colletta.pictures import shelf
from colletta.pictures.models import Format


@pytest.fixture
def media(tmp_path: Path) -> Iterator[Path]:
    with override_settings(MEDIA_ROOT=tmp_path / "media"):
        yield tmp_path / "media"


def files(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()]


def test_a_file_is_named_by_what_it_contains(media: Path) -> None:
    relative = shelf.keep(b"some pixels", Format.WEBP)
    digest = hashlib.sha256(b"some pixels").hexdigest()
    assert relative == f"pictures/{digest[:2]}/{digest[2:42]}.webp"
    assert (media / relative).read_bytes() == b"some pixels"
    assert shelf.is_kept(relative)


def test_the_same_content_lies_there_once(media: Path) -> None:
    first = shelf.keep(b"some pixels", Format.AVIF)
    written = (media / first).stat().st_mtime_ns
    assert shelf.keep(b"some pixels", Format.AVIF) == first
    assert (media / first).stat().st_mtime_ns == written
    assert len(files(media)) == 1


def test_F105_a_full_disk_leaves_no_half_file(media: Path) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            shelf.keep(b"some pixels", Format.JPEG)
    assert files(media) == []


def test_many_who_store_the_same_at_once_do_not_disturb_each_other(media: Path) -> None:
    threads = [
        threading.Thread(target=shelf.keep, args=(b"x" * 100_000, Format.AVIF)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(path.read_bytes()) for path in files(media)] == [100_000]
