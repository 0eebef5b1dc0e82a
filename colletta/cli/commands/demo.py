"""Start everything: database, site and worker, until Ctrl-C."""

import argparse

from colletta.cli.supervision.port import add_port
from colletta.cli.supervision.site import demonstrate


def register(parser: argparse.ArgumentParser) -> None:
    add_port(parser)
    parser.add_argument(
        "--empty", action="store_true", help="do not load the demonstration's campaigns"
    )


def run(arguments: argparse.Namespace) -> int:
    return demonstrate(port=arguments.port, empty=arguments.empty)
