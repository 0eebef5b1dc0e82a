"""A site from its first step to its last."""

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from colletta.cli.database import Addresses, database
from colletta.cli.sandbox import sandbox_folder
from colletta.cli.supervision.demonstration_home import mark, start_anew
from colletta.cli.supervision.port import HOST, free_port, known_host
from colletta.cli.supervision.preparedness import is_prepared, mark_prepared
from colletta.cli.supervision.program import Program, Run
from colletta.cli.supervision.programs import examination, sandbox, server, worker
from colletta.cli.supervision.readiness import wait_for_sandbox, wait_until_ready
from colletta.cli.supervision.reporting import report
from colletta.cli.supervision.stopping import StopWish
from colletta.cli.supervision.supervisor import Supervisor
from colletta.cluster import default_home
from colletta.cluster.home import make_writable_home

PREPARATION = "colletta.cli.supervision.preparation"
_IN_A_CHECKOUT = (Path(__file__).resolve().parents[3] / "bin" / "colletta").is_file()
# As COLLETTA_URL and the links of letters have it: to a browser, 127.0.0.1 is another site with
# other sessions.
_NAME = "localhost"
_DEMO = {"COLLETTA_DEMO": "1"}


def demonstrate(*, port: str, empty: bool = False, fresh: bool = False) -> int:
    """Database, tables, demonstration, sandbox, server and worker, until Ctrl-C or SIGTERM.

    `fresh` throws away what an earlier one made here, `empty` makes neither campaigns nor people.
    Raises Refused or ClusterError, with the cure, for what is in the way.
    """
    with StopWish() as stop:
        make_writable_home(default_home())
        number = free_port(port)
        if fresh:
            start_anew(default_home())
        mark(default_home())
        report("Starting the database …")
        with database() as addresses:
            if stop.is_there() or not _is_ready(addresses, number, stop, empty=empty):
                return _status(stop)
            report("Starting sandbox, server and worker …")
            with _supervised() as supervisor:
                supervisor.start(sandbox(sandbox_folder(default_home()), site_port=number))
                told = {
                    **_DEMO,
                    **wait_for_sandbox(sandbox_folder(default_home()), supervisor, stop),
                }
                supervisor.start(server(number, **told))
                tour = [] if empty else _tour(number)
                # Later, so that it takes no time from the first page.
                after = worker(PORT=str(number), **told)
                return _watch(supervisor, number, addresses, stop, after=(after,), then=tour)


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


def _is_ready(addresses: Addresses, port: int, stop: StopWish, *, empty: bool) -> bool:
    """Prepared before, or prepared now. False: it did not succeed."""
    owner = addresses.owner_address()
    if is_prepared(owner, home=default_home(), empty=empty):
        return True
    if not _prepare(port, stop, empty=empty):
        return False
    mark_prepared(owner, empty=empty)
    return True


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


def _tour(port: int) -> Sequence[str]:
    """What a newcomer is told once the site answers."""
    command = "bin/colletta" if _IN_A_CHECKOUT else "colletta"
    # Rooms beside each other may name each other, but not import.
    tour = importlib.import_module("colletta.demo.tour")
    return ["", *tour.told(site=f"http://{_NAME}:{port}", command=command)]


def _watch(
    supervisor: Supervisor,
    port: int,
    addresses: Addresses,
    stop: StopWish,
    *,
    host: str = HOST,
    after: Sequence[Program] = (),
    then: Sequence[str] = (),
) -> int:
    if wait_until_ready(port, supervisor, stop, host=host):
        supervisor.start(*after)
        name = _NAME if host == HOST else host
        report(f"Colletta is ready at http://{name}:{port}/ — stop it with Ctrl-C.")
        for line in then:
            report(line)
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
