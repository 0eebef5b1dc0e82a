"""Bring a copy back into an empty database."""

import argparse
from pathlib import Path

from colletta.cli.copies import restore
from colletta.cli.database import database
from colletta.cluster import default_home


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("copy", type=Path, metavar="COPY", help="a folder that backup has made")


def run(arguments: argparse.Namespace) -> int:
    with database() as addresses:
        restore(owner=addresses.owner_address(), home=default_home(), copy=arguments.copy)
    print("Database and pictures are back. Next: colletta migrate, colletta check_books.")
    return 0
