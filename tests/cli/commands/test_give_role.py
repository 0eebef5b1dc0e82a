"""The first person at the desk is let in from the command line."""

from tests.cast import carla
from tests.cli.running import colletta
from tests.database import Database


def test_a_role_is_given_and_taken(fresh_database: Database) -> None:
    carla()
    environment = fresh_database.environment()
    given = colletta("give_role", "CARLA@posta.example", "operator", environment=environment)
    assert given.stdout == "Carla Neri is now operator at the desk.\n"
    taken = colletta("take_role", "carla@posta.example", "operator", environment=environment)
    assert taken.stdout == "Carla Neri is no longer operator at the desk.\n"


def test_somebody_who_has_not_joined_is_named(fresh_database: Database) -> None:
    environment = fresh_database.environment()
    asked = colletta("give_role", "ada@posta.example", "operator", environment=environment)
    assert (asked.returncode, asked.stdout) == (1, "")
    assert asked.stderr == (
        "Nobody has joined with ada@posta.example. They join on the site first.\n"
    )
