"""Starting a demonstration anew: what it made goes, what it did not make stays."""

from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import validate_totp_code

from colletta.cli import main
from colletta.cli.faults import Refused
from colletta.cli.supervision.demonstration_home import (
    has_a_demonstration,
    is_demonstrations,
    mark,
    start_anew,
)
from colletta.cluster import Cluster
from colletta.demo.cast import CARLA
from colletta.demo.codes import secret_of
from tests.cli.running import demonstration


@pytest.fixture(autouse=True)
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is the home's own; no settings file of somebody else is named."""
    for name in ("DATABASE_URL", "COLLETTA_SETTINGS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def demo_home(tmp_path: Path) -> Path:
    """A home as a demonstration leaves it, with a note that somebody put there."""
    home = tmp_path / "home"
    home.mkdir()
    mark(home)
    for name in ("postgres", "media", "static", "sandbox"):
        (home / name).mkdir()
        (home / name / "something").write_text("made by the demonstration")
    (home / "secret-key").write_text("made by the demonstration")
    (home / "note").write_text("mine")
    return home


def test_what_the_demonstration_made_is_gone_and_the_rest_stays(demo_home: Path) -> None:
    start_anew(demo_home)
    assert [path.name for path in demo_home.iterdir()] == ["note"]


def test_a_link_goes_and_what_it_leads_to_stays(demo_home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "photographs"
    elsewhere.mkdir()
    (elsewhere / "one").write_text("mine")
    (demo_home / "freshness").symlink_to(elsewhere)
    start_anew(demo_home)
    assert (elsewhere / "one").read_text() == "mine"
    assert not (demo_home / "freshness").is_symlink()


def test_data_that_lie_elsewhere_go_too(demo_home: Path, tmp_path: Path) -> None:
    storage = tmp_path / "state"
    (storage / "data").mkdir(parents=True)
    (demo_home / "postgres" / "elsewhere").write_text(f"{storage}\n")
    start_anew(demo_home)
    assert not storage.exists()


def test_a_home_with_nothing_in_it_is_fresh(tmp_path: Path) -> None:
    start_anew(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_no_demonstration_began_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    mark(tmp_path)
    assert has_a_demonstration(tmp_path)
    with pytest.raises(Refused, match="no demonstration began"):
        start_anew(tmp_path)
    assert (tmp_path / "postgres").is_dir()


def test_a_demonstration_that_became_a_real_site_is_left_alone(demo_home: Path) -> None:
    (demo_home / "colletta.env").write_text("COLLETTA_URL=https://gifts.example.org\n")
    assert not is_demonstrations(demo_home)
    assert not has_a_demonstration(demo_home)
    with pytest.raises(Refused, match="no demonstration began"):
        start_anew(demo_home)
    assert (demo_home / "secret-key").is_file()


def test_a_database_elsewhere_is_not_ours_to_empty(
    demo_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/else")
    with pytest.raises(Refused, match="DATABASE_URL"):
        start_anew(demo_home)
    assert (demo_home / "secret-key").is_file()


def test_a_site_that_runs_is_left_alone(migrated_home: Path) -> None:
    _begun_by_a_demonstration(migrated_home)
    try:
        with Cluster(migrated_home, durable=False).running():
            with pytest.raises(Refused, match="is running"):
                start_anew(migrated_home)
    finally:
        (migrated_home / "demonstration").unlink()
    assert (migrated_home / "postgres" / "passwords").is_file()


def test_a_demonstration_leaves_nothing_that_starting_anew_forgets(site_home: Path) -> None:
    _begun_by_a_demonstration(site_home)
    with demonstration(site_home):
        pass
    start_anew(site_home)
    assert list(site_home.iterdir()) == []


def _begun_by_a_demonstration(home: Path) -> None:
    """As if its tables had been made by one."""
    new = home / "new"
    new.mkdir()
    mark(new)
    (new / "demonstration").rename(home / "demonstration")
    new.rmdir()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("oksana", 'Nobody called "oksana" works at the desk'),
        ("carla", "There is no demonstration"),
    ],
)
def test_a_code_is_for_the_desk_of_a_demonstration_alone(
    name: str,
    words: str,
    demo_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLLETTA_HOME", str(demo_home))
    assert main(["demo", "code", "carla"]) == 0
    digits = capsys.readouterr().out.strip()
    assert validate_totp_code(secret_of(CARLA), digits)
    if name == "carla":
        (demo_home / "demonstration").unlink()
    assert main(["demo", "code", name]) == 1
    assert words in capsys.readouterr().err
