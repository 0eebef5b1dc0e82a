"""An action is one file with one public function of its name, called by keyword, with a test."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import house


def action_files() -> list[Path]:
    return [
        path
        for path in house.python_files()
        if path.parent.name == "actions" and path.stem != "__init__"
    ]


def public_functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
    ]


def faults_of_an_action(tree: ast.Module, name: str, *, positional: int = 0) -> Iterator[str]:
    """What keeps a module from being the action of that name."""
    public = public_functions(tree)
    if [function.name for function in public] != [name]:
        yield f"its public functions are {[function.name for function in public]}, not [{name!r}]"
    for function in public:
        if function.name == name:
            yield from faults_of_a_signature(function, positional=positional)


def faults_of_a_signature(
    function: ast.FunctionDef | ast.AsyncFunctionDef, *, positional: int
) -> Iterator[str]:
    arguments = function.args
    by_place = [*arguments.posonlyargs, *arguments.args]
    if len(by_place) > positional or arguments.vararg:
        yield "takes arguments by place"
    for argument in (*by_place, *arguments.kwonlyargs):
        if argument.annotation is None:
            yield f"its argument {argument.arg} has no type"
    if function.returns is None:
        yield "does not say what it returns"
    if not ast.get_docstring(function):
        yield "does not say what becomes true"


def test_an_action_is_one_function() -> None:
    house.refuse(
        (
            f"{house.name_of(path)}: {fault}"
            for path in action_files()
            for fault in faults_of_an_action(
                house.syntax(path),
                path.stem,
                positional=int(house.name_of(path) in house.excepted("positional")),
            )
        ),
        "Actions that are not one keyword-only, typed function of their file's name",
    )


def test_every_action_has_its_test() -> None:
    house.refuse(
        (
            f"{house.name_of(path)} asks for {house.name_of(wanted)}"
            for path in action_files()
            if not (wanted := home_of_its_test(path)).is_file()
        ),
        "Actions without a test file",
    )


def home_of_its_test(path: Path) -> Path:
    inside = path.relative_to(house.PACKAGE)
    return house.ROOT / "tests" / inside.parent / f"test_{inside.name}"


@pytest.mark.parametrize(
    "code",
    [
        "def make_pledge(amount: int) -> None: 'Done.'",
        "def make_pledge(*, amount) -> None: 'Done.'",
        "def make_pledge(*, amount: int): 'Done.'",
        "def make_pledge(*, amount: int) -> None: ...",
        "def make_pledge(*amounts: int) -> None: 'Done.'",
        "def another(*, amount: int) -> None: 'Done.'",
        "def make_pledge(*, a: int) -> None: 'Done.'\ndef second(*, a: int) -> None: 'Done.'",
    ],
)
def test_a_function_that_is_no_action_is_found(code: str) -> None:
    assert list(faults_of_an_action(ast.parse(code), "make_pledge"))


def test_an_action_with_a_helper_below_it_is_accepted() -> None:
    code = "def make_pledge(*, amount: int) -> None: 'Done.'\ndef _lock(pledge): ..."
    assert list(faults_of_an_action(ast.parse(code), "make_pledge")) == []
