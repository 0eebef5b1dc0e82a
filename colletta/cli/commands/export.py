"""Write a campaign as a folder that can be loaded elsewhere."""

import argparse
from pathlib import Path

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", metavar="SLUG", help="the campaign's name in its address")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder, new or empty")


def run(arguments: argparse.Namespace) -> int:
    with database():
        inside("exporting").export(arguments.slug, arguments.folder)
    return 0
