"""Pass a command on to Django's management (colletta django help)."""

import argparse
from collections.abc import Sequence

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    """For the list of commands; what follows the word is read by Django."""


def run(arguments: argparse.Namespace) -> int:
    return pass_on([])


def pass_on(words: Sequence[str]) -> int:
    with database():
        inside("management").manage(words)
    return 0
