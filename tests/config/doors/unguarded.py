"""The same site with two faults: a page of the desk that lost its guard, and a door nobody knows.

The walk has to find both.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from tests.config.doors import plain
from tests.config.doors.plain import handler404, handler429, handler500

__all__ = ["handler404", "handler429", "handler500", "urlpatterns"]


def everything(request: HttpRequest) -> HttpResponse:
    """The books, for whoever asks."""
    return HttpResponse("all the books")


faults = [path("books/", everything, name="books"), path("backup/", everything, name="backup")]
urlpatterns = [path("it/desk/", include((faults, "desk"))), *plain.urlpatterns]
