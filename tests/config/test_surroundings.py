"""What the settings read from the environment."""

from pathlib import Path

import pytest

from colletta.config import surroundings


def test_the_signing_key_is_made_once_and_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLLETTA_SECRET_KEY", raising=False)
    key = surroundings.secret_key(tmp_path / "home")
    assert len(key) > 50
    assert surroundings.secret_key(tmp_path / "home") == key
    assert (tmp_path / "home" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret-key"]


def test_a_given_signing_key_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLETTA_SECRET_KEY", "given")
    assert surroundings.secret_key(tmp_path) == "given"
    assert not list(tmp_path.iterdir())


def test_the_database_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ada:p%40ss@db.example:6432/aurora")
    monkeypatch.setenv("COLLETTA_DATABASE_POOL", "4")
    database = surroundings.database()
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == ("aurora", "ada", "p@ss")
    assert (database["HOST"], database["PORT"]) == ("db.example", "6432")
    assert database["OPTIONS"]["pool"]["max_size"] == 4


def test_a_socket_folder_is_a_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ada@/colletta?host=/run/colletta")
    monkeypatch.delenv("COLLETTA_DATABASE_POOL", raising=False)
    database = surroundings.database()
    assert (database["HOST"], database["OPTIONS"]) == ("/run/colletta", {})


def test_the_home_is_named_or_lies_in_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLETTA_HOME", str(tmp_path))
    assert surroundings.home() == tmp_path
    monkeypatch.delenv("COLLETTA_HOME")
    assert surroundings.home() == surroundings.REPOSITORY / "var"


def test_a_list_has_no_empty_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLETTA_HOSTS", " a.example, ,b.example")
    assert surroundings.listed("COLLETTA_HOSTS", "") == ["a.example", "b.example"]
