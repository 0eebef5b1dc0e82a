"""Databases beside the one everybody uses: the tests' own, cloned from a template."""

import psycopg
from psycopg import sql

from colletta.cluster.passwords import OWNER


def create_database(superuser_url: str, name: str, template: str | None) -> None:
    """Owned by the owner role, with the grants of template1 or of `template`."""
    statement = sql.SQL("CREATE DATABASE {name} OWNER {owner} TEMPLATE {template}").format(
        name=sql.Identifier(name),
        owner=sql.Identifier(OWNER),
        template=sql.Identifier(template or "template1"),
    )
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute(statement)


def drop_database(superuser_url: str, name: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute(statement.format(name=sql.Identifier(name)))
