"""A name says what a thing is in the domain, not that it is a thing."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture import house

SAYS_NOTHING = {
    *("utils", "util", "helpers", "helper", "common", "misc", "base", "data", "info"),
    *("manager", "managers", "service", "services", "handler", "handlers"),
}


def words(name: str) -> list[str]:
    """The words of a snake_case or CamelCase name, in lower case."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def empty_names(tree: ast.Module) -> Iterator[str]:
    return (node.name for node in house.classes(tree) if SAYS_NOTHING & set(words(node.name)))


def test_no_module_is_named_after_nothing() -> None:
    paths = [*house.python_files("colletta"), *house.python_files("tests")]
    house.refuse(
        {
            house.name_of(path)
            for path in paths
            for part in (path.stem, *path.relative_to(house.ROOT).parts[:-1])
            if SAYS_NOTHING & set(words(part))
        },
        f"Modules with a name out of {sorted(SAYS_NOTHING)}",
    )


def test_no_class_is_named_after_nothing() -> None:
    found = {
        f"{house.name_of(path)}::{name}"
        for path in house.python_files()
        for name in empty_names(house.syntax(path))
    }
    house.refuse(found - set(house.excepted("name")), "Classes whose name says nothing")


@pytest.mark.parametrize("name", ["PledgeManager", "DataRow", "BasePledge", "HTTPHandler"])
def test_an_empty_name_is_found(name: str) -> None:
    assert list(empty_names(ast.parse(f"class {name}: ..."))) == [name]


@pytest.mark.parametrize("name", ["Database", "Information", "Baseline", "Handled"])
def test_a_name_that_only_begins_alike_is_left_alone(name: str) -> None:
    assert list(empty_names(ast.parse(f"class {name}: ..."))) == []
