"""Do the work that waits in the queue, until stopped."""

import argparse

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--concurrency", type=int, default=2, help="jobs at the same time (default: 2)"
    )


def run(arguments: argparse.Namespace) -> int:
    with database():
        inside("working").work(concurrency=arguments.concurrency)
    return 0
