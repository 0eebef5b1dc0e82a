"""A site from its first step to its last."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from colletta.cli.database import Addresses, database
from colletta.cli.sandbox import sandbox_folder
from colletta.cli.supervision.port import HOST, free_port, known_host
from colletta.cli.supervision.program import Program, Run
from colletta.cli.supervision.programs import examination, sandbox, server, worker
from colletta.cli.supervision.readiness import wait_for_sandbox, wait_until_ready
from colletta.cli.supervision.reporting import report
from colletta.cli.supervision.stopping import StopWish
from colletta.cli.supervision.supervisor import Supervisor
from colletta.cluster import default_home
from colletta.cluster.home import make_writable_home

PREPARATION = "colletta.cli.supervision.preparation"
_DEMO = {"COLLETTA_DEMO": "1"}


def demonstrate(*, port: str, empty: bool = False) -> int:
    """Database, tables, demonstration, sandbox, server and worker, until Ctrl-C or SIGTERM.

    Raises Refused or ClusterError, with the cure, for what is in the way.
    """
    with StopWish() as stop:
        make_writable_home(default_home())
        number = free_port(port)
        report("Starting the database …")
        with database() as addresses:
            if stop.is_there() or not _prepare(number, stop, empty=empty):
                return _status(stop)
            report("Starting sandbox, server and worker …")
            with _supervised() as supervisor:
                supervisor.start(sandbox(sandbox_folder(default_home()), site_port=number))
                told = {
                    **_DEMO,
                    **wait_for_sandbox(sandbox_folder(default_home()), supervisor, stop),
                }
                supervisor.start(server(number, **told), worker(PORT=str(number), **told))
                return _watch(supervisor, number, addresses, stop)


def serve(*, port: str, host: str) -> int:
    """The server alone, until Ctrl-C or SIGTERM. An installation that is unsafe is not served.

    Raises Refused for a port or an address that is none, or not for us.
    """
    with StopWish() as stop:
        number = free_port(port, host=known_host(host))
        with database() as addresses:
            if stop.is_there() or not _succeeds(examination(), stop):
                return _status(stop)
            with _supervised() as supervisor:
                supervisor.start(server(number, host=host))
                return _watch(supervisor, number, addresses, stop, host=host)


def _prepare(port: int, stop: StopWish, *, empty: bool) -> bool:
    """In a process of its own, so that the supervisor stays small. False: it did not succeed."""
    program = Program(
        name="preparation",
        command=[sys.executable, "-m", PREPARATION, *(["--empty"] if empty else [])],
        environment={"PORT": str(port), **_DEMO},
    )
    return _succeeds(program, stop)


def _succeeds(program: Program, stop: StopWish) -> bool:
    run = Run(program)
    run.start()
    while not run.has_ended() and not stop.wait(0.05):
        pass
    status = run.status()
    run.stop()
    return status == 0


def _status(stop: StopWish) -> int:
    return 0 if stop.is_there() else 1


@contextmanager
def _supervised() -> Iterator[Supervisor]:
    """Whatever happens inside, what was started is stopped."""
    supervisor = Supervisor(report=report)
    try:
        yield supervisor
    finally:
        supervisor.stop()


def _watch(
    supervisor: Supervisor, port: int, addresses: Addresses, stop: StopWish, *, host: str = HOST
) -> int:
    if wait_until_ready(port, supervisor, stop, host=host):
        report(f"Colletta is ready at http://{host}:{port}/ — stop it with Ctrl-C.")
        supervisor.watch(stop, besides=_database_reviver(addresses))
    report("Stopping …")
    return 0


def _database_reviver(addresses: Addresses) -> Callable[[], None]:
    """The embedded server restarts after a crash; this is for the death of its keeper."""

    def look() -> None:
        if addresses.cluster is not None and addresses.cluster.is_lost():
            report("The database has stopped unexpectedly. Starting it again.")
            addresses.cluster.revive()

    return look
