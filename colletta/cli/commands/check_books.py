"""Ask every invariant whether it holds."""

import argparse

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace) -> int:
    with database():
        clean: bool = inside("checking").check()
    return 0 if clean else 1
