"""Reads the command line, runs one command, and turns what went wrong into a sentence."""

import argparse
import inspect
import os
import sys
from collections.abc import Sequence

from colletta.cli import faults
from colletta.cli.commands import COMMANDS, django
from colletta.cluster import default_home
from colletta.installation import read_into, settings_path

_EPILOGUE = """\
colletta COMMAND --help tells what a command takes.

The database is the one of DATABASE_URL, else the embedded one below COLLETTA_HOME (var/), which
is found when it runs and started for the time of the command when it does not.

Settings come from the environment, else from colletta.env below COLLETTA_HOME (COLLETTA_SETTINGS
names another file). colletta init writes it, colletta doctor judges it.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command in `argv`. Returns the exit status: 0, 1 refused, 2 misspelled."""
    words = list(sys.argv[1:] if argv is None else argv) or ["--help"]
    try:
        if words[0] != "init":  # it writes the file
            read_into(os.environ, settings_path(default_home()))
        if words[:1] == ["django"]:  # its options are Django's own, --help included
            return django.pass_on(words[1:])
        arguments = _parser().parse_args(words)
        status: int = arguments.run(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        sentence = faults.explain(fault)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="colletta",
        usage="colletta COMMAND [--help] …",
        description=_description(),
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(
        prog="colletta", metavar="COMMAND", required=True, help=argparse.SUPPRESS
    )
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, description=inspect.getdoc(command))
        command.register(sub)
        sub.set_defaults(run=command.run)
    return parser


def _description() -> str:
    listed = [f"  {name:12} {inspect.getdoc(command)}" for name, command in COMMANDS.items()]
    return "\n".join(["Runs and tends a Colletta site. Commands:", "", *listed])
