"""What every page knows: the site, the same for each visitor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name, its languages, whether it is a demonstration."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.COLLETTA_URL,
        "languages": settings.LANGUAGES,
        "demo": settings.COLLETTA_DEMO,
    }
