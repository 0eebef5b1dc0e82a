"""A page made anew each time, past the cache, in one process, as the server makes it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.client import RequestFactory
from django.test.utils import CaptureQueriesContext

WARM = 20


def run(*, few: str, many: str, count: int) -> dict[str, Any]:
    """Renders that one core does in a second of the page with many gifts; its mean over few.

    What counts is the time that this process and its side of the database have a core: they work
    by turns, so it is the time that passes where nobody else wants the core. The two pages are
    made by turns too, so that whatever else the machine does slows both.
    """
    django = get_wsgi_application()

    def render(slug: str) -> float:
        request = RequestFactory(SERVER_NAME="localhost").get(f"/it/campaigns/{slug}/")
        said: list[str] = []

        def begin(status: str, *_: Any) -> Callable[[bytes], object]:
            said.append(status)
            return bytes.hex  # the old way to write a body, which nobody uses

        begun = _worked("self", backend)
        body = b"".join(django(request.environ, begin))
        taken = _worked("self", backend) - begun
        if said != ["200 OK"] or len(body) < 1000:
            raise RuntimeError(f"{slug} is answered with {said}")
        return taken

    backend = _backend()
    for _ in range(WARM):
        render(few), render(many)
    taken = [(render(few), render(many)) for _ in range(count)]
    of_few, of_many = (sum(side) / count for side in zip(*taken, strict=True))
    if _backend() != backend:
        raise RuntimeError("the pool changed the connection, so its work was not counted")
    with CaptureQueriesContext(connection) as queries:
        render(many)
    return {
        "per_second": round(1 / of_many, 1),
        "many_over_few": round(of_many / of_few, 3),
        "queries": len(queries),
    }


def _backend() -> str:
    """The process of the database that answers this one; the pool has no other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    connection.close()
    return str(process)


def _worked(*processes: str) -> float:
    """Seconds that these had a core so far (Linux, Documentation/scheduler/sched-stats)."""
    told = (Path("/proc", process, "schedstat").read_text() for process in processes)
    return sum(int(one.split()[0]) for one in told) / 1e9
