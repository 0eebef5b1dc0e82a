"""The command line with the supervisor of server, worker, database."""

from colletta.cli.command_line import main

__all__ = ["main"]
