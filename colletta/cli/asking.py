"""What a command must know: told by its options, asked on a terminal, or a default."""

import getpass
import sys
from collections.abc import Callable, Mapping
from typing import Any

from colletta.cli.faults import Refused

Rule = Callable[[str], str | None]  # what is wrong with an answer, or None


class Asking:
    """Options first; then the person at the terminal, if there is one; then the default."""

    def __init__(self, options: Mapping[str, Any], *, interactive: bool | None = None) -> None:
        self._options = options
        self._interactive = sys.stdin.isatty() if interactive is None else interactive

    def told(self, name: str) -> str:
        """What an option says, without asking."""
        return str(self._options.get(name) or "")

    def __call__(
        self, name: str, question: str, *, default: str | None = None, rule: Rule | None = None
    ) -> str:
        """Raises Refused for an option that breaks the rule, or is missing and has no default."""
        option = f"--{name.replace('_', '-')}"
        answer = self._options.get(name)
        if answer is None and self._interactive:
            return self._ask(question, default, rule)
        if answer is None:
            answer = default
        if answer is None:
            raise Refused(f"{option} is missing: {question}.")
        if rule and (fault := rule(answer)):
            raise Refused(f"{option}: {fault}")
        return str(answer)

    def secret(self, question: str) -> str:
        """Typed unseen; empty where nobody can be asked."""
        return getpass.getpass(f"{question}: ") if self._interactive else ""

    def _ask(self, question: str, default: str | None, rule: Rule | None) -> str:
        shown = f"{question} [{default}]: " if default else f"{question}: "
        while True:
            answer = input(shown).strip() or (default or "")
            fault = rule(answer) if rule else None
            if not fault and (answer or default is not None):
                return answer
            print(fault or "This cannot be guessed.")
