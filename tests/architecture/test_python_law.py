"""What ruff cannot see: money without fractions, no signals, no rewritten save()."""

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.architecture import house

# Rooms that measure seconds, not money, may use fractions of them.
MEASURES_TIME = frozenset({"cluster", "cli", "config"})
SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals", "blinker")
MOCKS = ("unittest.mock", "mock.", "pytest_mock")
REWRITES = {"save", "delete", "asave", "adelete"}


def fractions(tree: ast.Module) -> Iterator[int]:
    """Lines that use float or round, a decimal or floating column, or divide minor units."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id="float" | "round") | ast.Attribute(attr="FloatField" | "DecimalField"):
                yield node.lineno
            case ast.BinOp(op=ast.Div()) if is_of_money(node):
                yield node.lineno


def is_of_money(division: ast.BinOp) -> bool:
    """Whether one side of a division is named as minor units, an amount, a share or a ratio."""
    sides = ast.unparse(division)
    return any(word in sides for word in ("minor", "amount", "share", "ratio"))


def signals(tree: ast.Module) -> Iterator[int]:
    """Lines that import a signal."""
    return (line for name, line in house.imported(tree) if name.startswith(SIGNALS))


def rewritten_saves(tree: ast.Module) -> Iterator[int]:
    """Lines of methods that replace what saving or deleting a row means."""
    for definition in house.classes(tree):
        for node in definition.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in REWRITES:
                yield node.lineno


def stand_ins(tree: ast.Module) -> Iterator[int]:
    """Lines that import a mock, or replace something of ours by its dotted name."""
    yield from (line for name, line in house.imported(tree) if name.startswith(MOCKS))
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="setattr" | "delattr" | "patch"),
                args=[ast.Constant(value=str(name)), *_],
            ) if name.startswith("colletta."):
                yield node.lineno


def offences(
    check: Callable[[ast.Module], Iterator[int]], *, except_rooms: frozenset[str] = frozenset()
) -> Iterator[str]:
    for path in house.python_files():
        if house.room_of(path) not in except_rooms:
            yield from (f"{house.name_of(path)}:{line}" for line in check(house.syntax(path)))


def test_money_knows_no_fractions() -> None:
    house.refuse(
        offences(fractions, except_rooms=MEASURES_TIME | {"money"}),
        "float, round or / outside colletta/money",
    )


def test_nobody_sends_signals() -> None:
    house.refuse(offences(signals), "Imports of signals")


def test_no_test_mocks_our_own_code() -> None:
    house.refuse(
        (
            f"{house.name_of(path)}:{line}"
            for path in house.python_files("tests")
            for line in stand_ins(house.syntax(path))
        ),
        "Imports of mocks, replacements of our own names",
    )


def test_saving_a_row_means_saving_a_row() -> None:
    house.refuse(offences(rewritten_saves), "Overrides of save() or delete()")


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (fractions, "share = float(percent)"),
        (fractions, "percent = round(share)"),
        (fractions, "share = self.target_minor / 100"),
        (fractions, "amount = models.DecimalField()"),
        (signals, "from django.db.models.signals import post_save"),
        (signals, "from django.dispatch import receiver"),
        (signals, "import django.dispatch"),
        (stand_ins, "from unittest.mock import patch"),
        (stand_ins, "monkeypatch.setattr('colletta.history.clock.now', later)"),
        (rewritten_saves, "class Pledge:\n    def save(self): ..."),
    ],
)
def test_an_offence_is_found(check: Callable[[ast.Module], Iterator[int]], code: str) -> None:
    assert list(check(ast.parse(code)))


def test_a_path_is_not_a_division_of_money() -> None:
    assert list(fractions(ast.parse("cover = folder / 'cover.jpg'"))) == []
