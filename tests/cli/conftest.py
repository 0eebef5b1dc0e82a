"""Homes for the command line: one with migrated tables, made once, and copies of it."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from colletta.cluster import Cluster
from tests.cli.running import colletta, left_over, surroundings


@pytest.fixture(scope="session")
def migrated_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stopped cluster whose tables are up to date."""
    home = tmp_path_factory.mktemp("migrated") / "home"
    with Cluster(home, durable=False).running():
        made = colletta("migrate", environment=surroundings(home))
    assert made.returncode == 0, made.stderr
    return home


@pytest.fixture
def site_home(migrated_home: Path, tmp_path: Path) -> Iterator[Path]:
    """A home that a test may use up. Whatever it does, no process may be left."""
    home = tmp_path / "home"
    shutil.copytree(migrated_home, home, ignore=shutil.ignore_patterns("socket"))
    yield home
    assert left_over(home) == []


@pytest.fixture(scope="session")
def at_home(migrated_home: Path) -> Iterator[Mapping[str, str]]:
    """For commands: the migrated home, whose server already runs."""
    with Cluster(migrated_home, durable=False).running():
        yield surroundings(migrated_home)
