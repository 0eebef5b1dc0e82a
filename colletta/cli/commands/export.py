"""Write a campaign, or a call, as a folder that can be loaded elsewhere."""

import argparse
from pathlib import Path

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", metavar="SLUG", help="its name in its address")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder, new or empty")
    parser.add_argument("--call", action="store_true", help="SLUG is a call's")


def run(arguments: argparse.Namespace) -> int:
    with database():
        exporting = inside("exporting")
        if arguments.call:
            exporting.export_a_call(arguments.slug, arguments.folder)
        else:
            exporting.export(arguments.slug, arguments.folder)
    return 0
