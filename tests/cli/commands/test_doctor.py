"""colletta doctor, and the programs that do not start where it finds something unsafe (A42)."""

import pytest

from tests.cli.running import colletta, free_port
from tests.database import Database

PUBLIC = {"COLLETTA_URL": "http://aurora.example.org"}


def test_a_site_of_this_machine_lacks_at_most_static_files(fresh_database: Database) -> None:
    asked = colletta("doctor", environment=fresh_database.environment())
    assert asked.returncode == 1
    assert asked.stdout.count("UNSAFE") == 1, asked.stdout
    assert "colletta migrate" in asked.stdout


def test_every_finding_has_a_row_with_its_cure(fresh_database: Database) -> None:
    environment = {**fresh_database.environment(), **PUBLIC, "COLLETTA_HOSTS": "*"}
    asked = colletta("doctor", environment=environment)
    assert asked.returncode == 1
    for words in ("COLLETTA_URL", "COLLETTA_HOSTS", "COLLETTA_MAIL_HOST", "Name your mail server"):
        assert words in asked.stdout
    assert "must be cured before the site starts" in asked.stdout


@pytest.mark.parametrize("program", ["serve", "worker"])
@pytest.mark.parametrize("changes", [PUBLIC, {"COLLETTA_HOSTS": "*"}, {"COLLETTA_THREADS": "x"}])
def test_A42_what_is_unsafe_does_not_start(
    fresh_database: Database, program: str, changes: dict[str, str]
) -> None:
    environment = {**fresh_database.environment(), **changes, "PORT": str(free_port())}
    asked = colletta(program, environment=environment)
    assert asked.returncode == 1
    assert next(iter(changes)) in asked.stdout + asked.stderr
    assert "Traceback" not in asked.stderr
    assert "is ready" not in asked.stdout


@pytest.mark.parametrize("program", ["serve", "worker"])
def test_A42_the_owner_of_the_tables_does_not_serve(fresh_database: Database, program: str) -> None:
    environment = {**fresh_database.environment(), "DATABASE_URL": fresh_database.url("owner")}
    asked = colletta(program, environment={**environment, "PORT": str(free_port())})
    assert asked.returncode == 1
    assert "the role of the site" in asked.stderr


@pytest.mark.parametrize("host", ["aurora", "::1", "127.0.0.1:80", "256.0.0.1"])
def test_a_server_listens_on_an_address(fresh_database: Database, host: str) -> None:
    asked = colletta("serve", "--host", host, environment=fresh_database.environment())
    assert asked.returncode == 1
    assert f'"{host}" is no IPv4 address' in asked.stderr
