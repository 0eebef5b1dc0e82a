"""Whether a demonstration was prepared before by this very code, so that it can start at once.

The mark lies in the database as a comment on Django's table of migrations: who restores another
database brings that one's mark, who migrates by hand makes it untrue.
"""

import hashlib
import sysconfig
from pathlib import Path

import psycopg
from psycopg import sql

PACKAGE = Path(__file__).resolve().parents[2]
STATIC = Path("static", "staticfiles.json")
MARK = """
    SELECT obj_description('django_migrations'::regclass, 'pg_class'),
        (SELECT count(*) || '.' || max(id) FROM django_migrations)
"""


def is_prepared(owner: str, *, home: Path, empty: bool) -> bool:
    """Whether tables, static files and what is to be loaded are there, made by this version."""
    try:
        with psycopg.connect(owner) as database:
            found, migrations = _asked(database)
    except psycopg.errors.UndefinedTable:
        return False
    return (home / STATIC).is_file() and found == _mark(migrations, empty=empty)


def mark_prepared(owner: str, *, empty: bool) -> None:
    """The next start finds that everything was there."""
    with psycopg.connect(owner) as database:
        _, migrations = _asked(database)
        mark = sql.Literal(_mark(migrations, empty=empty))
        database.execute(sql.SQL("COMMENT ON TABLE django_migrations IS {}").format(mark))


def _asked(database: psycopg.Connection) -> tuple[str | None, str]:
    row: tuple[str | None, str] | None = database.execute(MARK).fetchone()
    assert row is not None, "a SELECT without FROM gives one row"
    return row


def _mark(migrations: str, *, empty: bool) -> str:
    what = "empty" if empty else "demonstration"
    return f"prepared: {what} {migrations} {_version()}"


def _version() -> str:
    """Changes with every file of ours, and with every library: their folders carry versions."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            known = path.stat()
            digest.update(f"{path} {known.st_size} {known.st_mtime_ns}\n".encode())
    for path in sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info")):
        digest.update(f"{path.name}\n".encode())
    return digest.hexdigest()
