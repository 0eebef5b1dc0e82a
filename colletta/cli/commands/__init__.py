"""One file a command: its docstring is the help, register() its arguments, run() the work."""

import argparse
from collections.abc import Mapping
from typing import Protocol

from colletta.cli.commands import (
    backup,
    bounces,
    check_books,
    demo,
    django,
    doctor,
    export,
    facts,
    figures,
    give_role,
    init,
    load,
    migrate,
    psql,
    restore,
    serve,
    take_role,
    worker,
)


class Command(Protocol):
    """What a module in this folder offers."""

    def register(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, arguments: argparse.Namespace) -> int: ...


COMMANDS: Mapping[str, Command] = {
    "demo": demo,
    "init": init,
    "doctor": doctor,
    "serve": serve,
    "worker": worker,
    "migrate": migrate,
    "load": load,
    "export": export,
    "figures": figures,
    "check_books": check_books,
    "facts": facts,
    "give_role": give_role,
    "take_role": take_role,
    "bounces": bounces,
    "backup": backup,
    "restore": restore,
    "psql": psql,
    "django": django,
}
