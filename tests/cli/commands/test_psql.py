"""SQL from the command line, as the role one asks for, with the SQLSTATE of what is refused."""

from collections.abc import Mapping

from tests.cli.running import colletta
from tests.database import Database

AtHome = Mapping[str, str]


def test_rows_are_printed_as_psql_prints_them(at_home: AtHome) -> None:
    asked = colletta(
        *("psql", "-c", "SELECT 3531 AS raised, 'Bruno' AS name, NULL AS message"),
        environment=at_home,
    )
    assert asked.stdout == (
        " raised | name  | message \n--------+-------+---------\n   3531 | Bruno |\n(1 row)\n\n"
    )
    assert (asked.returncode, asked.stderr) == (0, "")


def test_what_returns_no_rows_prints_its_tag(at_home: AtHome) -> None:
    asked = colletta("psql", "-c", "SET statement_timeout = 0; SHOW fsync", environment=at_home)
    assert asked.stdout == "SET\n fsync \n-------\n off\n(1 row)\n\n"


def test_an_error_is_told_with_its_sqlstate(at_home: AtHome) -> None:
    asked = colletta("psql", "-c", "CREATE TABLE mine (id int)", environment=at_home)
    assert asked.returncode == 1
    assert asked.stdout == ""
    assert asked.stderr == "ERROR:  permission denied for schema public\nSQLSTATE: 42501\n"


def test_the_first_error_ends_it_and_undoes_its_own_command(at_home: AtHome) -> None:
    asked = colletta(
        *("psql", "--owner", "-c", "CREATE TABLE kept (id int)"),
        *("-c", "CREATE TABLE undone (id int); SELECT 1 / 0"),
        *("-c", "CREATE TABLE never (id int)"),
        environment=at_home,
    )
    assert asked.returncode == 1
    assert "SQLSTATE: 22012" in asked.stderr
    found = colletta(
        *("psql", "--owner", "-c"),
        "SELECT relname FROM pg_class WHERE relname IN ('kept', 'undone', 'never')",
        *("-c", "DROP TABLE kept"),
        environment=at_home,
    )
    assert [line.strip() for line in found.stdout.splitlines()[2:]] == [
        *("kept", "(1 row)", "", "DROP TABLE")
    ]


def test_the_role_is_the_one_asked_for(at_home: AtHome) -> None:
    question = ("-c", "SELECT current_user")
    for words, role in (
        ([], "colletta_app"),
        (["--owner"], "colletta_owner"),
        (["--superuser"], "postgres"),
    ):
        asked = colletta("psql", *words, *question, environment=at_home)
        assert asked.stdout.splitlines()[2].strip() == role


def test_database_url_replaces_the_embedded_server(
    at_home: AtHome, fresh_database: Database
) -> None:
    environment = {
        **at_home,
        "DATABASE_URL": fresh_database.url("app"),
        "DATABASE_OWNER_URL": fresh_database.url("owner"),
    }
    asked = colletta("psql", "-c", "SELECT current_database()", environment=environment)
    assert asked.stdout.splitlines()[2].strip() == fresh_database.name
    refused = colletta("psql", "--superuser", "-c", "SELECT 1", environment=environment)
    assert refused.returncode == 1
    assert "embedded server only" in refused.stderr


def test_a_value_of_several_lines_and_a_percent_sign_survive(at_home: AtHome) -> None:
    asked = colletta("psql", "-c", r"SELECT E'50 %\nand more' AS text", environment=at_home)
    assert asked.stdout.splitlines()[2:4] == [" 50 %    +", " and more"]
