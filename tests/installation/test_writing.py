"""The first settings file."""

import os
from pathlib import Path

import pytest

from colletta.installation import SettingsUnusable
from colletta.installation.settings_file import parse
from colletta.installation.writing import Setting, fresh_secret, write_settings

NAMED = [
    Setting("COLLETTA_NAME", "Dell'orto", "What it is called."),
    Setting("COLLETTA_MAIL_HOST", "", "Where letters go out."),
]


def test_it_is_for_its_owner_alone_whatever_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "home" / "colletta.env"
    before = os.umask(0)
    try:
        write_settings(path, NAMED)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert parse(path.read_text(), path) == {"COLLETTA_NAME": "Dell'orto"}
    assert "#COLLETTA_MAIL_HOST=" in path.read_text()
    assert [one.name for one in path.parent.iterdir()] == ["colletta.env"]


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "colletta.env"
    path.write_text("PORT=1\n")
    with pytest.raises(SettingsUnusable, match="not overwritten"):
        write_settings(path, NAMED)
    assert path.read_text() == "PORT=1\n"
    assert [one.name for one in tmp_path.iterdir()] == ["colletta.env"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsUnusable, match="cannot be written"):
        write_settings(tmp_path / "file" / "colletta.env", NAMED)


def test_no_two_secrets_are_the_same() -> None:
    assert len({fresh_secret() for _ in range(100)}) == 100
    assert len(fresh_secret()) >= 60
