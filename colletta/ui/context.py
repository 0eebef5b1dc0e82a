"""What every page knows: the site, and who is looking."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name, its languages, whether it is a demonstration; the visitor if signed in."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.COLLETTA_URL,
        "languages": settings.LANGUAGES,
        "demo": settings.COLLETTA_DEMO,
        "visitor": visitor_of(request),
    }


def visitor_of(request: HttpRequest) -> Any:
    """The person who is signed in, else None. Without the cookie no session is looked for."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    person = getattr(request, "user", None)
    return person if person is not None and person.is_authenticated else None
