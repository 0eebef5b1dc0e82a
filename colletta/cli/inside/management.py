"""Django's own commands."""

from collections.abc import Sequence

from django.core.management import execute_from_command_line


def manage(words: Sequence[str]) -> None:
    """Raises SystemExit as Django's commands do."""
    execute_from_command_line(["colletta django", *words])
