"""bin/environment on machines that lack something."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CHECKOUT

TOOLS = ("sh", "dirname", "cmp", "cat")


@pytest.fixture
def bare_checkout(tmp_path: Path) -> Path:
    """What bin/environment needs of a checkout, without an environment."""
    checkout = tmp_path / "checkout"
    for name in ("bin", "colletta/cli", "colletta/cluster"):
        shutil.copytree(CHECKOUT / name, checkout / name)
    for name in ("requirements.txt", "requirements-test.txt"):
        shutil.copy(CHECKOUT / name, checkout / name)
    return checkout


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A PATH with a shell's tools and no Python."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


def environment(checkout: Path, *words: str, path: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["/bin/sh", str(checkout / "bin" / "environment"), *words],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_machine_without_python_is_told_what_to_install(bare_checkout: Path, tools: Path) -> None:
    asked = environment(bare_checkout, path=tools)
    assert asked.returncode == 1
    assert "needs Python 3.11 or newer" in asked.stderr
    assert "apt install python3" in asked.stderr


def test_an_older_python_is_passed_over(bare_checkout: Path, tools: Path) -> None:
    old = tools / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")  # what an old one answers when asked for its version
    old.chmod(0o755)
    asked = environment(bare_checkout, path=tools)
    assert asked.returncode == 1
    assert "needs Python 3.11 or newer" in asked.stderr


def test_a_python_without_venv_is_told_what_to_install(
    bare_checkout: Path, tools: Path, tmp_path: Path
) -> None:
    python = python_without("ensurepip", tmp_path / "python")
    (tools / "python3").symlink_to(python)
    asked = environment(bare_checkout, path=tools)
    assert asked.returncode == 1, asked.stdout
    assert "venv is missing" in asked.stderr
    assert "apt install python3-venv" in asked.stderr
    assert "Traceback" not in asked.stderr
    assert not (bare_checkout / ".venv").exists()


def test_an_environment_that_is_up_to_date_costs_nothing(bare_checkout: Path, tools: Path) -> None:
    installed = bare_checkout / ".venv"
    (installed / "bin").mkdir(parents=True)
    (installed / "bin" / "python").symlink_to("/bin/false")  # would fail if it were asked
    shutil.copy(bare_checkout / "requirements.txt", installed / "installed-run.txt")
    asked = environment(bare_checkout, path=tools)
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "", "")


def test_the_environment_becomes_the_command_that_follows(bare_checkout: Path, tools: Path) -> None:
    installed = bare_checkout / ".venv"
    (installed / "bin").mkdir(parents=True)
    (installed / "bin" / "python").symlink_to("/bin/false")
    shutil.copy(bare_checkout / "requirements.txt", installed / "installed-run.txt")
    command = ("run", "/bin/sh", "-c", 'echo "$1"; exit 7', "sh", "two words")
    asked = environment(bare_checkout, *command, path=tools)
    assert (asked.returncode, asked.stdout) == (7, "two words\n")


def test_changed_requirements_are_noticed(bare_checkout: Path, tools: Path) -> None:
    installed = bare_checkout / ".venv"
    (installed / "bin").mkdir(parents=True)
    (installed / "bin" / "python").symlink_to("/bin/false")
    (installed / "installed-run.txt").write_text("django==1.0\n")
    assert environment(bare_checkout, path=tools).returncode == 1


def test_an_unknown_wish_is_named(bare_checkout: Path, tools: Path) -> None:
    asked = environment(bare_checkout, "tets", path=tools)
    assert asked.returncode == 2
    assert '"tets"' in asked.stderr


def python_without(module: str, folder: Path) -> Path:
    """A Python that runs but lacks a module, as Debian's does without python3-venv."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = folder / "lib" / version
    library.mkdir(parents=True)
    for entry in (Path(sys.base_prefix) / "lib" / version).iterdir():
        if entry.name != module:
            (library / entry.name).symlink_to(entry)
    python = folder / "bin" / version
    python.parent.mkdir()
    shutil.copy(Path(sys.base_prefix) / "bin" / version, python)
    trial = subprocess.run(
        [python, "-I", "-c", f"import venv, sys; print(sys.prefix); import {module}"],
        env={"PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    if str(folder) not in trial.stdout or f"No module named '{module}'" not in trial.stderr:
        pytest.skip("this Python does not run from a copy")
    return python
