"""Pages that are one visitor's own: forms, and what is behind a signed link or a sign-in."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

View = Callable[..., HttpResponseBase]


def private_page(view: View) -> View:
    """Nobody keeps the page, no other site learns its address, its forms carry a token."""
    guarded = csrf_protect(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        page = guarded(request, *args, **kwargs)
        page["Referrer-Policy"] = "same-origin"
        patch_vary_headers(page, ["Cookie"])
        return page

    return never_cache(answer)
