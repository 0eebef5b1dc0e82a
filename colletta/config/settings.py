"""Settings of one installation. They come from the environment alone."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from colletta.config import surroundings

PACKAGE = Path(__file__).resolve().parents[1]
COLLETTA_HOME = surroundings.home()
COLLETTA_DEMO = os.environ.get("COLLETTA_DEMO") == "1"
# Links in mails and previews are built from this alone, never from a request's Host header.
COLLETTA_URL = os.environ.get(
    "COLLETTA_URL", f"http://localhost:{os.environ.get('PORT', '8000')}"
).rstrip("/")
SITE_NAME = os.environ.get("COLLETTA_NAME", "colletta")

SECRET_KEY = surroundings.secret_key(COLLETTA_HOME)
DEBUG = False
ALLOWED_HOSTS = surroundings.listed("COLLETTA_HOSTS", "localhost,127.0.0.1,[::1]")

# Networks of our own proxies ("10.0.0.0/8, 2001:db8::/48"): they alone are believed about who asks.
TRUSTED_PROXIES = surroundings.listed("COLLETTA_TRUSTED_PROXIES", "")

INSTALLED_APPS = [
    "colletta.pages",
    "colletta.folders",
    "colletta.community",
    "colletta.settlement",
    "colletta.matching",
    "colletta.pledges",
    "colletta.campaigns",
    "colletta.limits",
    "colletta.payments",
    "colletta.people",
    "colletta.ledger",
    "colletta.history",
    "colletta.mail",
    "colletta.pictures",
    "colletta.ui",
    "procrastinate.contrib.django",
    "csp",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "colletta.config.visitors.VisitorMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "colletta.config.outage.OutageMiddleware",
    "csp.middleware.CSPMiddleware",
    "colletta.pages.languages.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "colletta.config.urls"
WSGI_APPLICATION = "colletta.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["colletta.ui.context.site"]},
    }
]

DATABASES = {"default": surroundings.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Person"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"  # every app keeps its jobs in jobs.py

LANGUAGE_CODE = "en"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Without a mail server the letters stay in the outbox, marked as sent: the demonstration reads them
# there.
EMAIL_HOST = os.environ.get("COLLETTA_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("COLLETTA_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("COLLETTA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("COLLETTA_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("COLLETTA_MAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("COLLETTA_MAIL_FROM", "colletta@localhost")

PAYMENT_PROVIDERS = surroundings.payment_providers()
# What one pledge may be, in whole units of the campaign's currency.
LEAST_PLEDGE = 1
MOST_PLEDGE = 100_000

STATIC_URL = "/static/"
STATIC_ROOT = COLLETTA_HOME / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = COLLETTA_HOME / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "colletta.ui.assets.FlattenedStorage"},
}
WHITENOISE_MAX_AGE = 60

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
