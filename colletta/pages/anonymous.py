"""Pages that are the same for every visitor without a session: no cookie, no token."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def anonymous_page(view: View) -> View:
    """Anybody may keep the page, and asks whether it is still true before showing it again.

    So a new sum stands on the very next request, and an unchanged page travels once (304). Whoever
    has a session gets a page made for them, which nobody keeps. Methods other than GET and HEAD are
    answered 405.
    """
    kept = cache_control(public=True, max_age=0, must_revalidate=True)(view)
    for_everybody = require_safe(conditional_page(kept))
    for_one = require_safe(cache_control(private=True, no_store=True)(view))

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        made = for_one if has_session(request) else for_everybody
        page = made(request, *args, **kwargs)
        patch_vary_headers(page, ["Cookie"])
        return page

    # Nothing can be sent here, so that there is nothing to protect; the answer is 405 for all.
    return csrf_exempt(answer)


def has_session(request: HttpRequest) -> bool:
    """Whether the visitor may be signed in: asked of the cookie alone, without a look at it."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES
