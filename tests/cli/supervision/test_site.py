"""The demonstration as a whole: it starts, it lasts, and it goes without a trace."""

import http.client
import os
import signal
import socket
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from colletta.cli.sandbox import surroundings as surroundings_of_sandbox
from tests.cli.running import Demo, colletta, demonstration, free_port, left_over, surroundings
from tests.cluster.processes import keeper_of, postmaster_of, wait_until


def answers(demo: Demo) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", demo.port, timeout=5)
    try:
        connection.request("GET", "/health/ready")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def assert_commands_find_its_database(home: Path) -> None:
    server = postmaster_of(home)
    asked = colletta("psql", "-c", "SELECT 1 AS one", environment=surroundings(home))
    assert asked.returncode == 0, asked.stderr
    assert postmaster_of(home) == server


@pytest.mark.parametrize(
    ("number", "send"),
    [(signal.SIGTERM, os.kill), (signal.SIGTERM, os.killpg), (signal.SIGINT, os.killpg)],
    ids=["terminated", "terminated with its group", "Ctrl-C"],
)
def test_a_signal_stops_everything(
    site_home: Path, number: signal.Signals, send: Callable[[int, int], None]
) -> None:
    with demonstration(site_home) as demo:
        assert answers(demo)
        assert f"http://localhost:{demo.port}/" in demo.said()
        send(demo.process.pid, number)
        assert demo.process.wait(60) == 0
        assert left_over(site_home) == []
    assert "database system is shut down" in (site_home / "postgres" / "log").read_text()


def test_a_new_home_is_made_ready_step_by_step(tmp_path: Path) -> None:
    with demonstration(tmp_path / "home") as demo:
        said = demo.said()
        steps = ("Starting the database", "tables", "static files", "server and worker", "ready at")
        places = [said.index(step) for step in steps]
        assert places == sorted(places)


def test_nothing_is_left_when_the_supervisor_is_killed(site_home: Path) -> None:
    with demonstration(site_home) as demo:
        demo.process.kill()
        demo.process.wait()
        wait_until(lambda: left_over(site_home) == [])


def test_what_is_killed_comes_back(site_home: Path) -> None:
    with demonstration(site_home) as demo:
        assert_commands_find_its_database(site_home)
        worker = demo.children("colletta worker")
        server = demo.children("granian")
        os.kill(worker[0], signal.SIGKILL)
        demo.wait_for("The worker ended unexpectedly (signal 9)")
        os.kill(min(server), signal.SIGKILL)
        demo.wait_for("The server ended unexpectedly (signal 9)")
        wait_until(lambda: answers(demo), seconds=30)
        wait_until(lambda: demo.children("colletta worker") not in ([], worker))

        os.kill(postmaster_of(site_home), signal.SIGKILL)
        wait_until(lambda: answers(demo), seconds=30)
        os.kill(keeper_of(site_home), signal.SIGKILL)
        demo.wait_for("The database has stopped unexpectedly")
        wait_until(lambda: answers(demo), seconds=30)


def test_the_sandbox_is_the_provider_of_a_demonstration(site_home: Path) -> None:
    with demonstration(site_home) as demo:
        secret = site_home / "sandbox" / "secret"
        assert (secret.stat().st_mode & 0o777, len(secret.read_text().strip())) == (0o600, 64)
        told = surroundings_of_sandbox(site_home / "sandbox")
        server = min(demo.children("granian"))
        environment = Path(f"/proc/{server}/environ").read_text()
        for name, value in told.items():
            assert f"{name}={value}\0" in environment
        checked = colletta("check_books", environment=surroundings(site_home))
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_sandbox_that_is_killed_comes_back_where_it_was(site_home: Path) -> None:
    with demonstration(site_home) as demo:
        told = surroundings_of_sandbox(site_home / "sandbox")
        for _ in range(2):
            (sandbox,) = demo.children("colletta.sandbox")
            os.kill(sandbox, signal.SIGKILL)
            demo.wait_for("The sandbox ended unexpectedly (signal 9)")
            wait_until(lambda: _alive(told["COLLETTA_SANDBOX_URL"]))
        assert surroundings_of_sandbox(site_home / "sandbox") == told
        demo.process.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        assert demo.process.wait(60) == 0
        assert time.monotonic() - begun < 40


def _alive(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/health/live", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_a_signal_during_the_preparation_stops_it(tmp_path: Path) -> None:
    demo = Demo(tmp_path / "home", port=free_port())
    demo.wait_for("Bringing the tables up to date")
    demo.process.send_signal(signal.SIGTERM)
    assert demo.process.wait(60) == 0
    assert left_over(tmp_path / "home") == []


def test_a_taken_port_is_named_with_a_way_out(site_home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        begun = time.monotonic()
        asked = colletta("demo", environment=surroundings(site_home, PORT=port))
        assert time.monotonic() - begun < 40
    assert asked.returncode == 1
    assert f"Port {port} on 127.0.0.1 cannot be used" in asked.stderr
    assert "PORT=" in asked.stderr
    assert left_over(site_home) == []


@pytest.mark.parametrize("wish", ["many", "0", "65536", "-1", "8000.5"])
def test_what_is_no_port_is_refused(tmp_path: Path, wish: str) -> None:
    asked = colletta("demo", f"--port={wish}", environment=surroundings(tmp_path / "home"))
    assert asked.returncode == 1
    assert f'"{wish}" is no port' in asked.stderr


def test_a_server_without_tables_says_so_and_ends(tmp_path: Path) -> None:
    home = tmp_path / "home"
    asked = colletta("serve", environment=surroundings(home, PORT=str(free_port())))
    assert asked.returncode == 1
    assert "migrations are missing" in asked.stderr
    assert "colletta migrate" in asked.stderr
    assert left_over(home) == []


def test_the_server_alone_is_served_and_stopped(site_home: Path) -> None:
    with demonstration(site_home, command=["serve"]) as site:
        assert answers(site)
        assert site.children("colletta worker") == []
