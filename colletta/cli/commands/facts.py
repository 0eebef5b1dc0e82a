"""Print every kind of fact and who reacts to it."""

import argparse

from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace) -> int:
    inside("telling").tell()
    return 0
