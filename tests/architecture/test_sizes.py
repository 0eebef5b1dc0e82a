"""The tail is the whole difference: files and functions stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import house

MOST_LINES = {".py": 300, ".html": 120, ".css": 200, ".js": 120, ".sql": 300}
MOST_IN_A_FUNCTION = 40


def long_files(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES[path.suffix]:
            yield house.name_of(path)


def long_functions(tree: ast.Module) -> Iterator[str]:
    """Names of functions whose lines pass the limit: signature and docstring, not decorators."""
    for function in house.functions(tree):
        assert function.end_lineno is not None
        if function.end_lineno - function.lineno + 1 > MOST_IN_A_FUNCTION:
            yield function.name


def sized_files() -> list[Path]:
    return [
        path
        for folder in ("colletta", "tests")
        for path in house.files_of(*MOST_LINES, under=folder)
        if path.parent.name != "migrations" or path.suffix != ".py"
    ]


def test_a_file_that_can_be_read_at_once() -> None:
    found = set(long_files(sized_files()))
    house.refuse(
        found - set(house.excepted("long-file")),
        f"Files longer than {MOST_LINES}",
    )


def test_a_function_that_fits_on_a_screen() -> None:
    found = {
        f"{house.name_of(path)}::{name}"
        for folder in ("colletta", "tests")
        for path in house.python_files(folder)
        for name in long_functions(house.syntax(path))
    }
    house.refuse(
        found - set(house.excepted("long-function")),
        f"Functions longer than {MOST_IN_A_FUNCTION} lines",
    )


def test_a_function_of_forty_one_lines_is_found() -> None:
    body = "    x = 1\n" * 39
    fits = ast.parse(f"@cache\ndef f():\n{body}")
    passes = ast.parse(f"def f():\n{body}    return x\n")
    assert (list(long_functions(fits)), list(long_functions(passes))) == ([], ["f"])
