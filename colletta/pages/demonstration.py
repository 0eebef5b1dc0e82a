"""Pages that only a demonstration has."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]


def demonstration_page(view: View) -> View:
    """The page is there in a demonstration, kept by nobody; a real site does not know it."""
    shown = never_cache(require_safe(view))

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.COLLETTA_DEMO:
            raise Http404
        return shown(request, *args, **kwargs)

    return answer
