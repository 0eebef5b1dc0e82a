"""Let a person work at the desk."""

import argparse

from colletta.cli.database import database
from colletta.cli.ready import inside

ROLES = ("operator", "moderator", "treasurer")


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL", help="the address they joined with")
    parser.add_argument("role", metavar="ROLE", choices=ROLES, help=", ".join(ROLES))


def run(arguments: argparse.Namespace) -> int:
    with database():
        print(inside("employing").give(arguments.email, arguments.role))
    return 0
