"""Print the figures of one campaign."""

import argparse

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", metavar="SLUG", help="the campaign's name in its address")
    parser.add_argument("--json", action="store_true", help="as JSON, in a form that stays")


def run(arguments: argparse.Namespace) -> int:
    with database():
        print(inside("figuring").figures(arguments.slug, as_json=arguments.json))
    return 0
