"""Leaving, from the command line."""

from pathlib import Path

from tests.cast import live_campaign
from tests.cli.commands.test_load import GARDEN, environment_of
from tests.cli.running import colletta
from tests.database import Database


def test_a_campaign_becomes_a_folder_that_loads_unchanged(
    fresh_database: Database, tmp_path: Path
) -> None:
    environment = environment_of(fresh_database, tmp_path)
    assert colletta("load", GARDEN, environment=environment).returncode == 0
    asked = colletta("export", "orto-di-via-luna", tmp_path / "x", environment=environment)
    assert asked.returncode == 0, asked.stderr
    assert "keep them safe" in asked.stdout.splitlines()[-1]
    assert (tmp_path / "x" / "gallery" / "captions.toml").is_file()


def test_a_refusal_is_one_sentence(fresh_database: Database, tmp_path: Path) -> None:
    live_campaign()
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "note").write_text("mine")
    for slug, folder, reason in (
        ("nessuno", tmp_path / "y", 'There is no campaign "nessuno".'),
        ("orto-in-cortile", tmp_path / "x", "is not empty"),
        ("orto-in-cortile", tmp_path / "no" / "where", "cannot be written: No such file"),
    ):
        asked = colletta("export", slug, folder, environment=fresh_database.environment())
        assert asked.returncode == 1
        assert reason in asked.stderr
        assert len(asked.stderr.splitlines()) == 1
