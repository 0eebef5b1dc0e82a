"""The door through which the application server calls Colletta."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from colletta.config.page_cache import kept_in_front_of

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "colletta.config.settings")

django = get_wsgi_application()
# What it imports needs Django to be set up.
from colletta.pages.memory import forget_pages  # noqa: E402

application = kept_in_front_of(
    django,
    database=os.environ.get("DATABASE_URL", ""),
    session_cookie=settings.SESSION_COOKIE_NAME,
    forget=forget_pages,
)
