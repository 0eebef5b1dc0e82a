"""Pages that are the same for every visitor: no cookie, no token, no session."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def anonymous_page(view: View) -> View:
    """Anybody may keep the page, and asks whether it is still true before showing it again.

    So a new sum stands on the very next request, and an unchanged page travels once (304). Methods
    other than GET and HEAD are answered 405.
    """
    kept = cache_control(public=True, max_age=0, must_revalidate=True)(view)
    checked = require_safe(conditional_page(kept))

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return checked(request, *args, **kwargs)

    return answer
