"""Serve the site alone, once the doctor finds nothing unsafe."""

import argparse

from colletta.cli.supervision.port import add_host, add_port
from colletta.cli.supervision.site import serve


def register(parser: argparse.ArgumentParser) -> None:
    add_host(parser)
    add_port(parser)


def run(arguments: argparse.Namespace) -> int:
    return serve(port=arguments.port, host=arguments.host)
