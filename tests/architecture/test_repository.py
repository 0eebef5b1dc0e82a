"""The repository: the same on every machine, and complete."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture import house

# Each name has one letter in brackets, so that this file does not find itself.
REGISTRIES = re.compile(
    r"pyp[i]\.(org|python)|pythonhoste[d]\.org|npmj[s]\.(org|com)|yarnpk[g]\.com"
    r"|(deb|security)\.debia[n]\.org|jsdelivr\.ne[t]|unpk[g]\.com"
    r"|--(extra-)?index-ur[l]|--find-link[s]"
)
MACHINES = re.compile(r"(?<![\w.$}/-])/(home|Users|root|work|workspace|builds|mnt)/[\w.-]+")
WORDS = re.compile(r"\b(TOD[O]|FIXM[E]|lorem ipsu[m])\b")
WRITTEN_BY_TOOLS = {".mo", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".gif", ".pdf"}


def texts() -> Iterator[tuple[Path, str]]:
    for path in house.files():
        if path.suffix not in WRITTEN_BY_TOOLS and path.name != "LICENSE":
            yield path, path.read_text(encoding="utf-8")


def lines_with(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        if match := pattern.search(line):
            yield f"{number}: {match[0]}"


def found(pattern: re.Pattern[str]) -> Iterator[str]:
    for path, text in texts():
        yield from (f"{house.name_of(path)}:{fault}" for fault in lines_with(pattern, text))


def test_no_file_names_a_package_registry() -> None:
    house.refuse(found(REGISTRIES), "Addresses of package registries")


def test_no_file_names_a_place_of_one_machine() -> None:
    here = re.compile(re.escape(str(house.ROOT)) + r"\b")
    house.refuse([*found(MACHINES), *found(here)], "Absolute paths of one machine")


def test_nothing_is_left_for_later() -> None:
    house.refuse(found(WORDS), "Unfinished notes")


def test_every_requirement_is_hashed() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        text = re.sub(r"\\\n", " ", (house.ROOT / name).read_text(encoding="utf-8"))
        lines = [line for line in text.splitlines() if re.match(r"[\w-]", line)]
        assert lines
        house.refuse(
            (line for line in lines if "--hash=sha256:" not in line), f"Unhashed in {name}"
        )


def requirements(name: str) -> dict[str, Version]:
    """The pinned versions in a requirement file, by normalised name."""
    text = (house.ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)", text, re.MULTILINE)
    return {canonicalize_name(found): Version(version) for found, version in pinned}


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (house.settings()["project"]["dependencies"], "requirements.txt"),
        (house.settings()["project"]["dependencies"], "requirements-test.txt"),
        (house.settings()["project"]["optional-dependencies"]["test"], "requirements-test.txt"),
    ],
    ids=["site", "site-in-tests", "tests"],
)
def test_what_is_locked_is_what_is_asked_for(asked: list[str], name: str) -> None:
    locked = requirements(name)
    house.refuse(
        (
            f"{name}: {wanted}, locked is {locked.get(canonicalize_name(wanted.name))}"
            for wanted in map(Requirement, asked)
            if locked.get(canonicalize_name(wanted.name), Version("0")) not in wanted.specifier
        ),
        "Requirement files that are out of date",
    )


def test_every_dependency_says_why_it_is_there() -> None:
    text = (house.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = text.split("[project]", 1)[1].split("[project.scripts]", 1)[0]
    asked = [line for line in project.splitlines() if re.match(r'^    "', line)]
    assert len(asked) >= len(house.settings()["project"]["dependencies"])
    house.refuse((line for line in asked if "#" not in line), "Dependencies without a reason")


def test_scripts_can_be_run() -> None:
    scripts = [
        path
        for path in house.files()
        if path.parent in {house.ROOT / "bin", house.ROOT / ".ci"} and not path.suffix
    ]
    assert scripts
    house.refuse(
        (
            house.name_of(path)
            for path in scripts
            if not os.access(path, os.X_OK) or not path.read_bytes().startswith(b"#!")
        ),
        "Scripts that cannot be run",
    )


def test_the_licence_is_the_affero_licence() -> None:
    text = (house.ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "13. Remote Network Interaction" in text


def test_everything_in_the_package_travels_in_the_wheel() -> None:
    patterns = house.settings()["tool"]["setuptools"]["package-data"]["colletta"]
    packed = {path for pattern in patterns for path in house.PACKAGE.glob(pattern)}
    house.refuse(
        (
            house.name_of(path)
            for path in house.files()
            if path.is_relative_to(house.PACKAGE) and path.suffix != ".py" and path not in packed
        ),
        "Files that a wheel would leave behind (package-data in pyproject.toml)",
    )


def test_every_folder_of_python_is_a_package() -> None:
    house.refuse(
        {
            house.name_of(path.parent)
            for path in house.python_files(migrations=True)
            if not (path.parent / "__init__.py").is_file()
        },
        "Folders without __init__.py, which a wheel would leave behind",
    )


@pytest.mark.parametrize("line", ["see https://pyp_.org/simple", "pip --_ndex-url x"])
def test_a_registry_is_found(line: str) -> None:
    assert list(lines_with(REGISTRIES, line.replace("_", "i")))


@pytest.mark.parametrize("line", ["folder=/h_me/ada/colletta", '"/ro_t/.cache"'])
def test_a_place_of_one_machine_is_found(line: str) -> None:
    assert list(lines_with(MACHINES, line.replace("_", "o")))


@pytest.mark.parametrize(
    "line", ["https://example.org/home/ada", "$HOME/work/colletta", "/it/work/"]
)
def test_an_address_is_no_place_of_a_machine(line: str) -> None:
    assert list(lines_with(MACHINES, line)) == []
