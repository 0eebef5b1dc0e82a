"""Start everything: database, site and worker, until Ctrl-C."""

import argparse

from colletta.cli.supervision.port import add_port
from colletta.cli.supervision.site import demonstrate


def register(parser: argparse.ArgumentParser) -> None:
    add_port(parser)


def run(arguments: argparse.Namespace) -> int:
    return demonstrate(port=arguments.port)
