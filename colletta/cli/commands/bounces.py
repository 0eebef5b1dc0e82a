"""Take one letter that came back, as a mail system pipes it."""

import argparse
import sys

from colletta.cli import faults
from colletta.cli.database import database
from colletta.cli.ready import inside

TRY_LATER = 75  # EX_TEMPFAIL of sysexits.h: the mail system keeps the message and comes again


def register(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "The message is read from standard input; docs/hosting/mail.md shows the pipe."


def run(arguments: argparse.Namespace) -> int:
    message = sys.stdin.buffer.read()
    try:
        with database():
            print(inside("returning").take(message))
    except Exception as fault:
        sentence = faults.explain(fault)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return TRY_LATER
    return 0
