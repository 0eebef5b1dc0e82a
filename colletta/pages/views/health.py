"""Is the process alive, is the site ready to serve?"""

from http import HTTPStatus

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return _said("ok")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and knows this version of the schema; else 503."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError):
        return _said("the database cannot be reached", HTTPStatus.SERVICE_UNAVAILABLE)
    if missing:
        return _said("the schema is not migrated", HTTPStatus.SERVICE_UNAVAILABLE)
    return _said("ok")


def _said(words: str, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    return HttpResponse(f"{words}\n", content_type="text/plain", status=status)
