"""The rights of the application role."""

from pathlib import Path

import psycopg
from psycopg import sql

GRANTS = Path(__file__).with_name("grants.sql")


def apply(owner_connection: psycopg.Connection, app_role: str) -> None:
    """Give `app_role` its rights in this database; called as the owner, after migrating."""
    text = GRANTS.read_text(encoding="utf-8")
    with owner_connection.transaction():
        owner_connection.execute(sql.SQL(text).format(app=sql.Identifier(app_role)))
