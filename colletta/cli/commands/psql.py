"""Run SQL as psql -c does; as the application role unless told otherwise."""

import argparse

from colletta.cli.database import database
from colletta.cli.sql import run_statements


def register(parser: argparse.ArgumentParser) -> None:
    role = parser.add_mutually_exclusive_group()
    role.add_argument("--superuser", action="store_true", help="as superuser (embedded server)")
    role.add_argument("--owner", action="store_true", help="as the owner of the tables")
    parser.add_argument(
        *("-c", "--command"),
        action="append",
        required=True,
        metavar="SQL",
        help="statements to run; may be given more than once",
    )


def run(arguments: argparse.Namespace) -> int:
    with database() as addresses:
        address = addresses.application
        if arguments.superuser:
            address = addresses.superuser_address()
        elif arguments.owner:
            address = addresses.owner_address()
        return run_statements(address, arguments.command)
