"""Homes with a cluster in them, each thrown away. Most are copied from one made once."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from colletta.cluster import Cluster
from tests.cluster.processes import working_for

SYSTEM_BINARIES = Path("/usr/lib/postgresql/15/bin")

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
on_linux = pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs Linux's /proc")


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made")
    with Cluster(home, durable=False).running():
        pass
    return home


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Iterator[Path]:
    """A stopped cluster. Whatever the test does, no process may be left."""
    home = tmp_path / "home"
    shutil.copytree(made_home, home, ignore=shutil.ignore_patterns("socket"))
    yield home
    assert working_for(home) == []


@pytest.fixture
def empty_home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    yield home
    assert working_for(home) == []


def ask(url: str, question: str) -> object:
    """The first column of the only row."""
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]
