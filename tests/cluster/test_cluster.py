"""Found or started by whoever needs it, stopped by the last, with one door and three roles."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from colletta.cluster import Cluster, ClusterError
from colletta.cluster.errors import BinariesUnusable, DatabaseUnavailable, HomeUnusable
from tests.cluster.conftest import ask
from tests.cluster.processes import keeper_of, postmaster_of, working_for

CHECKOUT = Path(__file__).resolve().parents[2]

USER_OF_ITS_OWN = """
import sys, psycopg
from colletta.cluster import Cluster
with Cluster(sys.argv[1], durable=False).running() as cluster:
    with psycopg.connect(cluster.url("app")) as connection:
        print(connection.execute("SELECT pg_postmaster_start_time()").fetchone()[0], flush=True)
    sys.stdin.readline()
"""


def another_user(home: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", USER_OF_ITS_OWN, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        text=True,
    )


def test_a_new_home_gets_a_cluster_and_the_last_user_stops_it(empty_home: Path) -> None:
    with Cluster(empty_home).running() as cluster:
        assert ask(cluster.url("app"), "SELECT current_user") == "colletta_app"
        assert ask(cluster.url("owner"), "SELECT current_user") == "colletta_owner"
        assert ask(cluster.url("superuser"), "SELECT current_user") == "postgres"
        assert ask(cluster.url("app"), "SHOW fsync") == "on"
    assert working_for(empty_home) == []


def test_what_was_written_is_there_after_a_stop(home: Path) -> None:
    with Cluster(home).running() as cluster, psycopg.connect(cluster.url("owner")) as owner:
        owner.execute("CREATE TABLE gift (amount int)")
        owner.execute("INSERT INTO gift VALUES (3531)")
    with Cluster(home).running() as cluster:
        assert ask(cluster.url("app"), "SELECT amount FROM gift") == 3531


def test_the_cluster_is_made_as_the_house_wants_it(home: Path) -> None:
    with Cluster(home).running() as cluster:
        app = cluster.url("app")
        assert ask(app, "SHOW listen_addresses") == ""
        assert ask(app, "SHOW data_checksums") == "on"
        assert ask(app, "SHOW server_encoding") == "UTF8"
        assert ask(app, "SHOW password_encryption") == "scram-sha-256"
        assert ask(app, "SHOW TimeZone") == "UTC"
        assert ask(app, "SELECT upper('è')") == "È"
        rules = ask(
            cluster.url("superuser"),
            "SELECT array_agg(DISTINCT auth_method) FROM pg_hba_file_rules",
        )
        assert rules == ["scram-sha-256"]


def test_a_wrong_password_opens_nothing(home: Path) -> None:
    with Cluster(home).running() as cluster:
        address = cluster.url("superuser").split(":")[0] + "://postgres:wrong@/colletta?"
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(address + cluster.url("superuser").split("?")[1])


def test_only_we_can_read_the_passwords_and_reach_the_socket(home: Path) -> None:
    with Cluster(home).running() as cluster:
        place = cluster.place
        assert stat.S_IMODE(place.passwords.stat().st_mode) == 0o600
        assert stat.S_IMODE(place.data.stat().st_mode) == 0o700
        assert stat.S_IMODE(place.socket.stat().st_mode) == 0o700


def test_the_application_uses_what_the_owner_makes_and_makes_nothing(home: Path) -> None:
    with Cluster(home).running() as cluster:
        with psycopg.connect(cluster.url("owner")) as owner:
            owner.execute("CREATE TABLE pledge (id int GENERATED ALWAYS AS IDENTITY, amount int)")
        with psycopg.connect(cluster.url("app")) as app:
            app.execute("INSERT INTO pledge (amount) VALUES (50)")
        with (
            psycopg.connect(cluster.url("app")) as app,
            pytest.raises(errors.InsufficientPrivilege),
        ):
            app.execute("CREATE TABLE mine (id int)")


def test_a_database_is_cloned_from_another_with_its_rights(home: Path) -> None:
    with Cluster(home).running() as cluster:
        cluster.create_database("first")
        with psycopg.connect(cluster.url("owner", "first")) as owner:
            owner.execute("CREATE TABLE campaign (id int)")
            owner.execute("INSERT INTO campaign VALUES (7)")
        assert ask(cluster.create_database("second", "first"), "SELECT id FROM campaign") == 7
        with psycopg.connect(cluster.url("app", "second")):
            cluster.drop_database("second")
        cluster.drop_database("second")
        with pytest.raises(psycopg.OperationalError, match="does not exist"):
            psycopg.connect(cluster.url("app", "second"))


def test_a_second_user_finds_the_first_ones_server_and_keeps_it(home: Path) -> None:
    with Cluster(home, durable=False).running() as cluster:
        started = ask(cluster.url("app"), "SELECT pg_postmaster_start_time()")
        other = another_user(home)
        assert other.stdout is not None
        assert other.stdout.readline().strip() == str(started)
        keeper = keeper_of(home)
    assert keeper_of(home) == keeper
    other.communicate("done\n", timeout=30)
    assert working_for(home) == []


def test_many_who_start_it_at_once_share_one_server(home: Path) -> None:
    def use(number: int) -> object:
        with Cluster(home, durable=False).running() as cluster:
            assert ask(cluster.url("app"), "SELECT 1") == 1
            return postmaster_of(home)

    with Cluster(home, durable=False).running():
        pass
    others = [another_user(home) for _ in range(4)]
    with ThreadPoolExecutor(6) as pool:
        answers = {other.communicate("done\n", timeout=60)[0] for other in others[:1]}
        assert len(set(pool.map(use, range(6)))) >= 1
    answers |= {other.communicate("done\n", timeout=60)[0] for other in others[1:]}
    assert all(answers)
    assert [other.returncode for other in others] == [0, 0, 0, 0]
    assert working_for(home) == []


def test_a_home_with_a_long_path_gets_a_short_socket(tmp_path: Path, made_home: Path) -> None:
    home = tmp_path / ("long" * 20) / ("path" * 20)
    with Cluster(home, durable=False).running() as cluster:
        socket = cluster.place.socket
        assert len(os.fsencode(socket / ".s.PGSQL.5432")) <= 107
        assert stat.S_IMODE(socket.stat().st_mode) == 0o700
        assert ask(cluster.url("app"), "SELECT 1") == 1
    assert not socket.exists()


def test_a_strangers_folder_in_the_sockets_place_is_refused(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 20) / ("path" * 20)
    socket = Cluster(home).place.socket
    socket.symlink_to(tmp_path)
    try:
        with pytest.raises(ClusterError, match="belongs to somebody else"):
            Cluster(home, durable=False).running().__enter__()
    finally:
        socket.unlink()


def test_a_home_that_cannot_be_written_is_named_with_the_cure(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file in the way")
    with (
        pytest.raises(HomeUnusable, match=r"cannot write .*/var.*set COLLETTA_HOME"),
        Cluster(tmp_path / "var").running(),
    ):
        pass


def test_a_folder_without_postgresql_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(
            BinariesUnusable, match=r"no PostgreSQL in .*/nowhere.*COLLETTA_POSTGRES_BIN"
        ),
        Cluster(tmp_path / "home", binaries=tmp_path / "nowhere").running(),
    ):
        pass


def test_an_address_of_a_cluster_that_was_never_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="no database"):
        Cluster(tmp_path / "home").url("app")
