"""A page made anew each time, past the cache, in one process on one core."""

import time
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.client import RequestFactory
from django.test.utils import CaptureQueriesContext

WARM = 20


def run(*, few: str, many: str, count: int) -> dict[str, Any]:
    """Renders a second of the page with many gifts, and its mean over that with few.

    The two are made in turns, so that whatever else the machine does slows both.
    """
    django = get_wsgi_application()

    def render(slug: str) -> float:
        request = RequestFactory(SERVER_NAME="localhost").get(f"/it/campaigns/{slug}/")
        said: list[str] = []

        def begin(status: str, *_: Any) -> Callable[[bytes], object]:
            said.append(status)
            return bytes.hex  # the old way to write a body, which nobody uses

        begun = time.perf_counter()
        body = b"".join(django(request.environ, begin))
        taken = time.perf_counter() - begun
        if said != ["200 OK"] or len(body) < 1000:
            raise RuntimeError(f"{slug} is answered with {said}")
        return taken

    for _ in range(WARM):
        render(few), render(many)
    taken = [(render(few), render(many)) for _ in range(count)]
    of_few, of_many = (sum(side) / count for side in zip(*taken, strict=True))
    with CaptureQueriesContext(connection) as queries:
        render(many)
    return {
        "per_second": round(1 / of_many, 1),
        "many_over_few": round(of_many / of_few, 3),
        "queries": len(queries),
    }
