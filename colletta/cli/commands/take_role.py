"""Let a person work at the desk no longer."""

import argparse

from colletta.cli.commands.give_role import ROLES
from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL", help="the address they joined with")
    parser.add_argument("role", metavar="ROLE", choices=ROLES, help=", ".join(ROLES))


def run(arguments: argparse.Namespace) -> int:
    with database():
        print(inside("employing").take(arguments.email, arguments.role))
    return 0
