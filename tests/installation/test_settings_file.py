"""The settings file is read as systemd reads it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.installation import SettingsUnusable, read_into, settings_path
from colletta.installation.settings_file import parse, quoted

PLACE = Path("colletta.env")


def test_a_setting_is_a_name_and_a_value() -> None:
    text = "# why\n; so too\n\nCOLLETTA_NAME=Aurora\n PORT = 8001 \nEMPTY=\n"
    assert parse(text, PLACE) == {"COLLETTA_NAME": "Aurora", "PORT": "8001", "EMPTY": ""}


def test_quotes_hold_a_value_together() -> None:
    text = 'A=\'l\\$ora # x\'\nB="dell\\"orto \\\\ \\$"\nC=a # b\n'
    assert parse(text, PLACE) == {"A": "l\\$ora # x", "B": 'dell"orto \\ $', "C": "a # b"}


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")))
def test_what_is_written_is_read_again(value: str) -> None:
    assert parse(f"A={quoted(value)}", PLACE) == {"A": value}


@pytest.mark.parametrize(
    "line", ["export A=1", "a=1", "sesame", "=1", 'A="1', "A='1", 'A=1"2', "A=1\\", 'A="1" "2"']
)
def test_what_is_no_setting_is_named_with_its_line_and_without_its_value(line: str) -> None:
    with pytest.raises(SettingsUnusable, match="line 2: this is no setting") as refusal:
        parse(f"B=1\n{line}", PLACE)
    assert line not in str(refusal.value).replace("NAME=", "").replace('"value"', "")


def test_a_setting_given_twice_is_refused() -> None:
    with pytest.raises(SettingsUnusable, match="line 2: A is set a second time"):
        parse("A=1\nA=2", PLACE)


@pytest.mark.parametrize("value", ["two\nlines", "\x00", "a\x7f"])
def test_a_value_that_no_line_can_hold_is_refused(value: str) -> None:
    with pytest.raises(SettingsUnusable):
        quoted(value)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "colletta.env"
    path.write_text("PORT=1\nCOLLETTA_NAME=Aurora\n")
    environment = {"PORT": "2"}
    read_into(environment, path)
    assert environment == {"PORT": "2", "COLLETTA_NAME": "Aurora"}


def test_a_file_may_be_missing_unless_it_was_named(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    read_into(environment, tmp_path / "colletta.env")
    assert environment == {}
    with pytest.raises(SettingsUnusable, match="colletta init"):
        read_into({"COLLETTA_SETTINGS": "x"}, tmp_path / "colletta.env")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnusable, match="cannot be read"):
        read_into({}, tmp_path)
    (tmp_path / "latin").write_bytes(b"A=\xe8")
    with pytest.raises(SettingsUnusable, match="cannot be read"):
        read_into({}, tmp_path / "latin")


def test_the_file_lies_in_the_home_or_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLLETTA_SETTINGS", raising=False)
    assert settings_path(tmp_path) == tmp_path / "colletta.env"
    monkeypatch.setenv("COLLETTA_SETTINGS", str(tmp_path / "other"))
    assert settings_path(Path("/nowhere")) == tmp_path / "other"
