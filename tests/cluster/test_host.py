"""As root or not, below closed folders or not, on the wheel's PostgreSQL or the system's."""

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from colletta.cluster import Binaries, Cluster
from tests.cluster.conftest import SYSTEM_BINARIES, as_root, ask
from tests.cluster.processes import postmaster_of, working_for

CHECKOUT = Path(__file__).resolve().parents[2]
STRANGER = 54321

USES_A_CLUSTER = """
import os, sys, psycopg
from colletta.cluster import Cluster
with Cluster(sys.argv[1], durable=False).running() as cluster:
    with psycopg.connect(cluster.url("app")) as connection:
        role = connection.execute("SELECT current_user").fetchone()[0]
    server = int((cluster.place.data / "postmaster.pid").read_text().split()[0])
    print(role, os.stat(f"/proc/{server}").st_uid)
"""

needs_system_postgresql = pytest.mark.skipif(
    not SYSTEM_BINARIES.exists(), reason="no PostgreSQL 15 of the system here"
)


def user_of(process: int) -> int:
    return Path(f"/proc/{process}").stat().st_uid


@pytest.fixture
def strangers_home(tmp_path: Path) -> Iterator[Path]:
    """A home below a folder that only somebody else (and real root) can enter."""
    closed = tmp_path / "closed"
    closed.mkdir()
    home = closed / "home"
    home.mkdir()
    os.chown(closed, STRANGER, STRANGER)
    closed.chmod(0o700)
    yield home
    elsewhere = Cluster(home).place.storage
    assert working_for(elsewhere) == []
    shutil.rmtree(elsewhere)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach; those of pytest are closed."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="colletta-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@as_root
def test_root_runs_it_below_a_private_folder_and_opens_no_folder(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    home = private / "home"
    with Cluster(home, durable=False).running() as cluster:
        assert ask(cluster.url("app"), "SELECT 1") == 1
        assert cluster.place.data == home / "postgres" / "data"
    assert stat.S_IMODE(private.stat().st_mode) == 0o700


@as_root
def test_where_a_namespace_cannot_reach_an_unprivileged_user_runs_it(
    strangers_home: Path,
) -> None:
    with Cluster(strangers_home, durable=False).running() as cluster:
        assert ask(cluster.url("app"), "SELECT 1") == 1
        storage = cluster.place.storage
        assert storage != cluster.place.folder
        assert user_of(postmaster_of(strangers_home)) != 0
        assert storage.stat().st_uid == 0
        assert stat.S_IMODE(storage.stat().st_mode) == 0o711
        assert stat.S_IMODE(cluster.place.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(strangers_home.parent.stat().st_mode) == 0o700
    with Cluster(strangers_home, durable=False).running() as cluster:
        assert cluster.place.storage == storage
        assert ask(cluster.url("app"), "SELECT 1") == 1


@as_root
def test_root_in_an_ordinary_users_home_runs_it_as_that_user(
    open_folder: Path, made_home: Path
) -> None:
    somebody = pwd.getpwnam("nobody")
    home = open_folder / "home"
    shutil.copytree(made_home, home, ignore=shutil.ignore_patterns("socket"))
    for path in (home, *home.rglob("*")):
        os.chown(path, somebody.pw_uid, somebody.pw_gid)
    with Cluster(home, durable=False).running() as cluster:
        assert ask(cluster.url("app"), "SELECT 1") == 1
        assert user_of(postmaster_of(home)) == somebody.pw_uid


@needs_system_postgresql
def test_an_older_postgresql_of_the_system_does_as_well(empty_home: Path) -> None:
    with Cluster(empty_home, durable=False, binaries=SYSTEM_BINARIES).running() as cluster:
        assert ask(cluster.url("app"), "SHOW server_version_num").startswith("15")  # type: ignore[attr-defined]
        assert ask(cluster.url("app"), "SELECT upper('è')") == "È"
        assert ask(cluster.url("app"), "SHOW data_checksums") == "on"


@needs_system_postgresql
def test_the_environment_names_the_programs(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLLETTA_POSTGRES_BIN", str(SYSTEM_BINARIES))
    with Cluster(empty_home, durable=False).running() as cluster:
        assert ask(cluster.url("app"), "SELECT current_setting('server_version_num')::int") < 160000  # type: ignore[operator]


@needs_system_postgresql
def test_data_of_another_version_is_refused_by_name(home: Path) -> None:
    made_by = (Cluster(home).place.data / "PG_VERSION").read_text().strip()
    other = Binaries(SYSTEM_BINARIES)
    if made_by == str(other.version()):
        pytest.skip("the tests run on the system's PostgreSQL")
    with (
        pytest.raises(Exception, match=f"made by PostgreSQL {made_by}"),
        Cluster(home, binaries=SYSTEM_BINARIES).running(),
    ):
        pass


def test_an_ordinary_user_runs_it(open_folder: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    as_nobody: dict[str, Any] = {}
    python = sys.executable
    if os.geteuid() == 0:
        as_nobody = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        os.chown(open_folder, nobody.pw_uid, nobody.pw_gid)
        python = "/usr/bin/python3"  # ours may be below /root, which is closed
    paths = [str(CHECKOUT), *(path for path in sys.path if path.endswith("site-packages"))]
    session = subprocess.run(
        [python, "-c", USES_A_CLUSTER, str(open_folder / "home")],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(paths)},
        cwd=open_folder,
        capture_output=True,
        text=True,
        check=False,
        **as_nobody,
    )
    if "No module named" in session.stderr or "cannot import" in session.stderr:
        pytest.skip("no Python of the same version that another user can run")
    assert session.stdout == f"colletta_app {as_nobody.get('user', os.geteuid())}\n", session.stderr
    assert working_for(open_folder) == []
