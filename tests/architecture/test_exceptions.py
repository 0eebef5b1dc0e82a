"""The list of exceptions only shrinks."""

import pytest

from tests.architecture import house, test_actions, test_names, test_sizes

RULES = {"long-file", "long-function", "name", "positional"}


def test_every_exception_belongs_to_a_rule_and_gives_a_reason() -> None:
    house.refuse(set(house.exceptions()) - RULES, "Exceptions from rules that do not exist")
    house.refuse(
        (
            f"{rule}: {place}"
            for rule in RULES
            for place, reason in house.excepted(rule).items()
            if len(reason.split()) < 5
        ),
        "Exceptions without a reason in words",
    )


@pytest.mark.parametrize("rule", sorted(RULES))
def test_an_exception_that_is_no_longer_needed_is_taken_off_the_list(rule: str) -> None:
    house.refuse(set(house.excepted(rule)) - needed(rule), f"Needless exceptions from {rule}")


def needed(rule: str) -> set[str]:
    """The places that would break the rule without their exception."""
    if rule == "long-file":
        return set(test_sizes.long_files(test_sizes.sized_files()))
    return {
        place
        for path in [*house.python_files("colletta"), *house.python_files("tests")]
        for place in needed_in(rule, house.name_of(path))
    }


def needed_in(rule: str, name: str) -> set[str]:
    tree = house.syntax(house.ROOT / name)
    if rule == "long-function":
        return {f"{name}::{function}" for function in test_sizes.long_functions(tree)}
    if rule == "name":
        return {f"{name}::{found}" for found in test_names.empty_names(tree)}
    stem = name.rsplit("/", 1)[-1].removesuffix(".py")
    faults = list(test_actions.faults_of_an_action(tree, stem)) if "/actions/" in name else []
    return {name} if "takes arguments by place" in faults else set()
