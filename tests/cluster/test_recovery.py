"""Whatever is killed, the data stays whole and the next user gets a server."""

import os
import signal
from pathlib import Path

import psycopg
import pytest

from colletta.cluster import Cluster
from colletta.cluster.locks import is_free
from colletta.cluster.postmaster import is_ready, processes_in
from tests.cluster.conftest import ask, on_linux
from tests.cluster.processes import keeper_of, postmaster_of, wait_until, working_for
from tests.cluster.test_cluster import another_user

pytestmark = on_linux


def answers(cluster: Cluster) -> bool:
    try:
        return ask(cluster.url("app"), "SELECT 1") == 1
    except psycopg.OperationalError:
        return False


def test_a_killed_server_comes_back_with_all_that_was_committed(home: Path) -> None:
    with Cluster(home).running() as cluster:
        with psycopg.connect(cluster.url("owner")) as owner:
            owner.execute("CREATE TABLE gift (amount int)")
            owner.execute("INSERT INTO gift SELECT generate_series(1, 1000)")
        killed = postmaster_of(home)
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: is_ready(cluster.place.data) and postmaster_of(home) != killed)
        assert ask(cluster.url("app"), "SELECT count(*) FROM gift") == 1000
        assert "automatic recovery in progress" in cluster.place.log.read_text()


def test_a_server_whose_keeper_was_killed_stops_by_itself(home: Path) -> None:
    with Cluster(home).running() as cluster:
        os.kill(keeper_of(home), signal.SIGKILL)
        wait_until(lambda: processes_in(cluster.place.data) == [])
        assert "received fast shutdown request" in cluster.place.log.read_text()


def test_a_user_can_have_a_lost_server_started_again(home: Path) -> None:
    with Cluster(home).running() as cluster:
        assert cluster.revive() is False
        os.kill(keeper_of(home), signal.SIGKILL)
        wait_until(lambda: is_free(cluster.place.server_lock))
        assert cluster.revive() is True
        assert ask(cluster.url("app"), "SELECT 1") == 1


def test_the_server_stops_when_its_only_user_is_killed(home: Path) -> None:
    user = another_user(home)
    assert user.stdout is not None
    assert user.stdout.readline()
    user.kill()
    user.communicate()
    wait_until(lambda: working_for(home) == [])


def test_keeper_and_server_killed_at_once_are_replaced(home: Path) -> None:
    with Cluster(home).running() as cluster:
        server = postmaster_of(home)
        os.kill(keeper_of(home), signal.SIGSTOP)  # it may not restart what dies under it
        os.kill(server, signal.SIGKILL)
        os.kill(keeper_of(home), signal.SIGKILL)
        wait_until(lambda: is_free(cluster.place.server_lock))
        assert cluster.revive() is True
        assert answers(cluster)


def test_a_stale_file_with_a_living_strangers_number_does_not_stop_the_start(home: Path) -> None:
    data = Cluster(home).place.data
    (data / "postmaster.pid").write_text(
        f"{os.getppid()}\n{data}\n1\n5432\n/nowhere\n\n0 0\nready   \n"
    )
    with Cluster(home).running() as cluster:
        assert answers(cluster)


def test_a_cluster_that_was_half_made_is_made_anew(empty_home: Path) -> None:
    unfinished = Cluster(empty_home).place.data.with_name("data.new")
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    with Cluster(empty_home, durable=False).running() as cluster:
        assert answers(cluster)
        assert not unfinished.exists()


def test_a_server_that_cannot_start_says_why(home: Path) -> None:
    settings = Cluster(home).place.data / "postgresql.conf"
    settings.write_text(settings.read_text() + "max_connections = many\n")
    with (
        pytest.raises(Exception, match=r"(?s)did not start.*max_connections"),
        Cluster(home).running(),
    ):
        pass
    assert working_for(home) == []


def test_a_terminated_keeper_takes_its_server_along(home: Path) -> None:
    with Cluster(home).running() as cluster:
        os.kill(keeper_of(home), signal.SIGTERM)
        wait_until(lambda: working_for(home) == [])
        assert not (cluster.place.data / "postmaster.pid").exists()
