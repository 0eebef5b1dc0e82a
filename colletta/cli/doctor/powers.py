"""What the role of the application may do, and should not."""

from typing import Any

from django.db import connection

from colletta.cli.doctor.finding import Finding, Findings

# Whoever has one of these can get past the guards of the books, whatever the grants say.
_POWERS = """
    SELECT power FROM pg_roles r, LATERAL (VALUES
        (r.rolsuper, 'is a superuser'),
        (r.rolbypassrls, 'bypasses row security'),
        (r.rolcreaterole, 'may make roles'),
        (r.rolreplication, 'may replicate'),
        (pg_has_role(r.oid, (SELECT datdba FROM pg_database
            WHERE datname = current_database()), 'MEMBER'), 'owns the database'),
        (EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER')),
            'owns tables, so that it may disable their triggers'),
        (EXISTS (SELECT FROM pg_roles p WHERE p.rolname IN ('pg_write_all_data',
            'pg_write_server_files', 'pg_execute_server_program', 'pg_maintain')
            AND pg_has_role(r.oid, p.oid, 'MEMBER')), 'may write everything or anywhere'),
        (has_schema_privilege(r.oid, 'public', 'CREATE'), 'may make tables and functions')
    ) AS found (has, power)
    WHERE r.rolname = current_user AND has
"""
# Function privileges on settings exist since PostgreSQL 15.
_REPLICA = "SELECT has_parameter_privilege(current_user, 'session_replication_role', 'SET')"
_TABLES = """
    SELECT c.relname, right_of FROM pg_class c,
        LATERAL (VALUES ('TRUNCATE'), ('TRIGGER'), ('UPDATE'), ('DELETE')) AS r (right_of)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND has_table_privilege(current_user, c.oid, right_of)
        AND (right_of IN ('TRUNCATE', 'TRIGGER') OR c.relname IN (
            'ledger_account', 'ledger_posting', 'ledger_transfer', 'history_fact',
            'history_statechange'))
    ORDER BY c.relname LIMIT 4
"""


def judge_role() -> Findings:
    """One finding that names all powers, since they have one cure."""
    found = [power for (power,) in _asked(_POWERS)]
    if _asked(_REPLICA) == [(True,)]:
        found.append("may switch triggers off for itself (session_replication_role)")
    if not found:
        found = [f"has {right} on {table}" for table, right in _asked(_TABLES)]
    if found:
        yield Finding(
            "DATABASE_URL",
            f"the role of the site {', '.join(found)}",
            "Give the site a role of its own without rights beyond those that colletta migrate "
            "grants; the owner's address belongs in DATABASE_OWNER_URL",
        )


def _asked(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())
