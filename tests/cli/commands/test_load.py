"""Folders from the command line."""

from pathlib import Path

from tests.cli.running import CHECKOUT, colletta, surroundings
from tests.database import Database

GARDEN = CHECKOUT / "tests" / "folders" / "orto-di-via-luna"


def environment_of(database: Database, home: Path) -> dict[str, str]:
    names = ("DATABASE_URL", "DATABASE_OWNER_URL")
    return surroundings(home, **{name: database.environment()[name] for name in names})


def test_a_folder_becomes_a_campaign_and_again_changes_nothing(
    fresh_database: Database, tmp_path: Path
) -> None:
    environment = environment_of(fresh_database, tmp_path)
    first = colletta("load", GARDEN, environment=environment)
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[-1].endswith("is loaded.")
    second = colletta("load", GARDEN, environment=environment)
    assert second.returncode == 0, second.stderr
    assert second.stdout.splitlines()[-1].endswith("was loaded before; nothing changed.")


def test_a_broken_folder_is_refused_with_all_its_faults(
    fresh_database: Database, tmp_path: Path
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "campaign.toml").write_text("format = 2\n[campain]\n")
    asked = colletta(
        *("load", tmp_path / "broken", GARDEN),
        environment=environment_of(fresh_database, tmp_path),
    )
    assert asked.returncode == 1
    assert "broken was not loaded." in asked.stderr
    assert "campaign.toml" in asked.stderr
    assert "story" in asked.stderr
    assert "Traceback" not in asked.stderr
    assert "is loaded." in asked.stdout


def test_a_call_is_loaded_and_written_like_a_campaign(
    fresh_database: Database, tmp_path: Path
) -> None:
    environment = environment_of(fresh_database, tmp_path)
    loaded = colletta("load", GARDEN.with_name("verde-vicino"), environment=environment)
    assert loaded.stdout.splitlines()[-1] == "The call verde-vicino is loaded.", loaded.stderr
    folder = tmp_path / "x"
    written = colletta("export", "--call", "verde-vicino", folder, environment=environment)
    assert written.returncode == 0, written.stderr
    assert sorted(path.name for path in folder.iterdir()) == [
        "call.toml",
        "text.en.txt",
        "text.it.txt",
    ]
