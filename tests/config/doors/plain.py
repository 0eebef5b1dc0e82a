"""The addresses of the site with a bare page where nothing is: the house's own one shows campaigns,
and a walk that is answered 404 three thousand times would draw them three thousand times.
"""

from django.http import HttpRequest, HttpResponse

from colletta.config.urls import handler429, handler500, urlpatterns

__all__ = ["handler404", "handler429", "handler500", "urlpatterns"]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is here."""
    return HttpResponse(status=404)
