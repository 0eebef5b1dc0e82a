"""Load campaigns and calls from their folders, each whole or not at all."""

import argparse
from pathlib import Path

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")


def run(arguments: argparse.Namespace) -> int:
    with database():
        loaded: bool = inside("loading").load_folders(arguments.folders)
    return 0 if loaded else 1
