"""Copy everything that the site keeps into a new folder."""

import argparse
from pathlib import Path

from colletta.cli.copies import back_up
from colletta.cli.database import database
from colletta.cluster import default_home


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="where the copy's folder is made"
    )


def run(arguments: argparse.Namespace) -> int:
    with database() as addresses:
        owner = addresses.owner_address()
        copy = back_up(owner=owner, home=default_home(), folder=arguments.folder)
    print(f"{copy} holds database, pictures and secrets. Keep it as safe as the site.")
    return 0
