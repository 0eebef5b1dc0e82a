"""Name what is unsafe or missing in this installation, with the cure."""

import argparse

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--before",
        choices=["serve", "worker"],
        help="say nothing unless something keeps this program from starting",
    )


def run(arguments: argparse.Namespace) -> int:
    with database():
        examining = inside("examining")
        if arguments.before:
            examining.refuse_unsafe(arguments.before)
            return 0
        well: bool = examining.tell()
    return 0 if well else 1
