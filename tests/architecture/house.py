"""The tree as the architecture tests read it: files, rooms, their order, the list of exceptions."""

import ast
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "colletta"
NOT_OURS = {".git", ".venv", "var", "build", "dist", "__pycache__", "test-results"}


def refuse(offences: Iterable[str], rule: str) -> None:
    """Fails with the rule and every offence, one a line."""
    __tracebackhide__ = True
    found = sorted(offences)
    assert not found, "\n".join([f"{rule} ({len(found)}):", *found])


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed; in a tree without git, every file of ours."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and is_ours(path))
    found = (ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name)
    return tuple(path for path in found if path.is_file())


def is_ours(path: Path) -> bool:
    """Whether a path lies outside the folders that tools fill."""
    parts = path.relative_to(ROOT).parts
    return not any(
        part in NOT_OURS or part.endswith(("_cache", ".egg-info", ".hypothesis")) for part in parts
    )


def files_of(*suffixes: str, under: str = "colletta") -> list[Path]:
    """Files with one of these endings below a folder of the repository."""
    folder = ROOT / under
    return [path for path in files() if path.suffix in suffixes and path.is_relative_to(folder)]


def python_files(under: str = "colletta", *, migrations: bool = False) -> list[Path]:
    """The Python files below a folder, without migrations unless they are asked for."""
    found = files_of(".py", under=under)
    return [path for path in found if migrations or path.parent.name != "migrations"]


@cache
def syntax(path: Path) -> ast.Module:
    """The parsed module at a path."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    """A path as people write it, from the top of the repository."""
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    """The room a file lies in; empty for a file at the top of the package."""
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def rooms() -> list[str]:
    """The rooms that are there: the packages right below `colletta/`."""
    return sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@cache
def settings() -> Any:
    """The content of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def order() -> dict[str, int]:
    """Each room with its height, 0 the lowest, read from the contract import-linter enforces."""
    contracts = settings()["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "order")
    return {
        room.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for room in layer.split("|")
    }


@cache
def exceptions() -> dict[str, dict[str, str]]:
    """The one list of exceptions: rule, then place, then reason."""
    path = Path(__file__).with_name("exceptions.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def excepted(rule: str) -> dict[str, str]:
    """The places where a rule does not hold, with the reason for each."""
    return exceptions().get(rule, {})


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """Every class below a node."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method below a node."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that a module imports, as `package.module.name`, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
