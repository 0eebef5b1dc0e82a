"""The door through which the application server calls Colletta."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "colletta.config.settings")

application = get_wsgi_application()
