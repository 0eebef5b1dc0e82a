"""A folder on the disk is whole or not there."""

from pathlib import Path

import pytest

from colletta.folders.writing.folder import write_beside


def test_a_folder_is_finished_before_it_has_its_name(tmp_path: Path) -> None:
    beside = write_beside(tmp_path / "x", {"campaign.toml": b"a", "gallery/a.webp": b"b"})
    assert not (tmp_path / "x").exists()
    assert beside.parent == tmp_path
    assert (beside / "gallery" / "a.webp").read_bytes() == b"b"


def test_A18_a_file_never_lies_outside_and_nothing_is_left(tmp_path: Path) -> None:
    files = {"campaign.toml": b"a", "updates/../../x.it.md": b"b"}
    with pytest.raises(AssertionError, match="would not lie in the folder"):
        write_beside(tmp_path / "x", files)
    assert list(tmp_path.iterdir()) == []
