"""Who may read and write what, and whether the static files are of this version."""

import mailbox
from pathlib import Path
from types import SimpleNamespace

import pytest

from colletta.cli.doctor.folders import judge_folders, judge_static_files


@pytest.fixture
def own(tmp_path: Path) -> SimpleNamespace:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    return SimpleNamespace(
        COLLETTA_HOME=home,
        MEDIA_ROOT=home / "media",
        STATIC_ROOT=home / "static",
        BOUNCES_FOLDER="",
    )


def test_a_home_of_ones_own_is_left_in_peace(own: SimpleNamespace) -> None:
    assert list(judge_folders(own)) == []


def test_a_home_that_everybody_may_change_is_named(own: SimpleNamespace) -> None:
    own.COLLETTA_HOME.chmod(0o777)
    (found,) = judge_folders(own)
    assert found.cure == f"chmod o-w {own.COLLETTA_HOME}"


@pytest.mark.parametrize("name", ["colletta.env", "secret-key"])
@pytest.mark.parametrize(("mode", "well"), [(0o600, True), (0o640, True), (0o644, False)])
def test_secrets_that_everybody_can_read_are_named(
    own: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, name: str, mode: int, *, well: bool
) -> None:
    monkeypatch.delenv("COLLETTA_SETTINGS", raising=False)
    path = own.COLLETTA_HOME / name
    path.touch()
    path.chmod(mode)
    assert [one.setting for one in judge_folders(own)] == ([] if well else [str(path)])


def test_pictures_that_cannot_be_kept_stop_the_server_alone(own: SimpleNamespace) -> None:
    own.MEDIA_ROOT.touch()
    (found,) = judge_folders(own)
    assert (found.setting, found.stops) == (str(own.MEDIA_ROOT), "serve")


def test_a_folder_for_bounces_is_a_maildir(own: SimpleNamespace) -> None:
    own.BOUNCES_FOLDER = str(own.COLLETTA_HOME / "bounces")
    (found,) = judge_folders(own)
    assert found.setting == "COLLETTA_MAIL_BOUNCES_FOLDER"
    mailbox.Maildir(own.BOUNCES_FOLDER)
    assert list(judge_folders(own)) == []


@pytest.mark.parametrize("mark", [None, "of another version"])
def test_static_files_that_are_missing_or_old_stop_the_server_alone(
    own: SimpleNamespace, mark: str | None
) -> None:
    if mark:
        own.STATIC_ROOT.mkdir()
        (own.STATIC_ROOT / "collected-from").write_text(mark)
    (found,) = judge_static_files(own)
    assert (found.cure, found.stops) == ("colletta migrate", "serve")
