"""Serve the site alone, on the loopback interface."""

import argparse

from colletta.cli.supervision.port import add_port
from colletta.cli.supervision.site import serve


def register(parser: argparse.ArgumentParser) -> None:
    add_port(parser)


def run(arguments: argparse.Namespace) -> int:
    return serve(port=arguments.port)
