"""Runs SQL and prints what comes back, in psql's form."""

import sys
from collections.abc import Sequence

import psycopg
from psycopg import pq

from colletta.cli.tables import table

# Types whose values stand on the right: integers, real numbers, numeric, money.
_NUMBERS = {20, 21, 23, 26, 700, 701, 790, 1700}


def run_statements(address: str, commands: Sequence[str]) -> int:
    """Each command is one transaction unless it says otherwise, and the first error ends it all.

    Returns 0, or 1 after printing the error with its SQLSTATE. Raises OperationalError when the
    server cannot be reached.
    """
    with psycopg.connect(address, autocommit=True) as connection:
        connection.add_notice_handler(_print_notice)
        cursor = psycopg.ClientCursor(connection)
        for command in commands:
            try:
                cursor.execute(command.encode())
            except psycopg.Error as fault:
                _print_error(fault)
                return 1
            _print_results(cursor)
    return 0


def _print_results(cursor: psycopg.ClientCursor[tuple[object, ...]]) -> None:
    more: bool | None = True
    while more:
        result = cursor.pgresult
        if result is not None and result.status == pq.ExecStatus.TUPLES_OK:
            _print_rows(result)
        elif cursor.statusmessage:
            print(cursor.statusmessage)
        more = cursor.nextset()


def _print_rows(result: pq.abc.PGresult) -> None:
    names = [(result.fname(column) or b"").decode() for column in range(result.nfields)]
    rows = [
        [_text(result.get_value(row, column)) for column in range(result.nfields)]
        for row in range(result.ntuples)
    ]
    numbers = [result.ftype(column) in _NUMBERS for column in range(result.nfields)]
    print(table(names, rows, numbers))


def _text(value: bytes | None) -> str:
    return "" if value is None else value.decode(errors="replace")


def _print_error(fault: psycopg.Error) -> None:
    found = fault.diag
    print(f"{found.severity or 'ERROR'}:  {found.message_primary or fault}", file=sys.stderr)
    for name, text in (
        ("DETAIL", found.message_detail),
        ("HINT", found.message_hint),
        ("CONTEXT", found.context),
    ):
        if text:
            print(f"{name}:  {text}", file=sys.stderr)
    if fault.sqlstate:
        print(f"SQLSTATE: {fault.sqlstate}", file=sys.stderr)


def _print_notice(notice: psycopg.errors.Diagnostic) -> None:
    print(f"{notice.severity}:  {notice.message_primary}", file=sys.stderr)
