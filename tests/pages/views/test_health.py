"""Alive and ready are two questions."""

import pytest
from django.test import Client

from tests.database import Database
from tests.pages.views.test_errors import lock_out


def test_a_process_that_answers_is_alive_whatever_the_database_does(
    client: Client, fresh_database: Database
) -> None:
    lock_out(fresh_database)
    answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_a_site_with_its_schema_is_ready(client: Client) -> None:
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


def test_a_site_without_its_database_is_not_ready(client: Client, fresh_database: Database) -> None:
    lock_out(fresh_database)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (503, b"the database cannot be reached\n")


def test_a_site_whose_schema_is_behind_is_not_ready(
    client: Client, fresh_database: Database
) -> None:
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute("DELETE FROM django_migrations WHERE app = 'pledges'")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (503, b"the schema is not migrated\n")
