"""Settings of one installation. They come from the environment, else from its settings file."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from colletta.config import surroundings
from colletta.installation import values

PACKAGE = Path(__file__).resolve().parents[1]
surroundings.read_settings_file()
COLLETTA_HOME = surroundings.home()
COLLETTA_DEMO = values.one_of("COLLETTA_DEMO", "0", "1") == "1"
# Links in mails and previews are built from this alone, never from a request's Host header.
COLLETTA_URL = os.environ.get(
    "COLLETTA_URL", f"http://localhost:{os.environ.get('PORT', '8000')}"
).rstrip("/")
SITE_NAME = os.environ.get("COLLETTA_NAME", "colletta")

SECRET_KEY = surroundings.secret_key(COLLETTA_HOME)
DEBUG = False
ALLOWED_HOSTS = surroundings.hosts(COLLETTA_URL)

# Networks of our own proxies ("10.0.0.0/8, 2001:db8::/48"): they alone are believed about who asks.
TRUSTED_PROXIES = surroundings.networks("COLLETTA_TRUSTED_PROXIES")

INSTALLED_APPS = [
    "colletta.demo",
    "colletta.pages",
    "colletta.desk",
    "colletta.folders",
    "colletta.privacy",
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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "colletta.config.visitors.VisitorMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "colletta.config.outage.OutageMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "colletta.pages.languages.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "colletta.config.urls"
WSGI_APPLICATION = "colletta.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "colletta.ui.context.site",
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": surroundings.database()}
# What colletta serve starts; a pool of 0 is one connection for each thread.
SERVER_WORKERS = values.server_workers()
SERVER_THREADS = values.server_threads()
SERVER_POOL = values.number("COLLETTA_DATABASE_POOL", 0)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Limits on tries hold in every process: what they count is in the database. A full cache drops
# entries by chance, so it is far larger than what a flood within an hour can write.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000, "CULL_FREQUENCY": 10},
    },
    # Parts of pages, in each process, under a digest of what they are made from: never stale.
    "fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "fragments",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 600},
    },
}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"  # every app keeps its jobs in jobs.py

# What somebody says here for the first time is read by a moderator before everybody reads it.
FIRST_COMMENTS_WAIT = values.number("COLLETTA_FIRST_COMMENTS_WAIT", 0) == 1

# Who is asking. Pages for everybody never look: see colletta/pages/anonymous.py.
SESSION_COOKIE_NAME = "colletta_session"
SESSION_COOKIE_SECURE = COLLETTA_URL.startswith("https://")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "colletta_csrf"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [COLLETTA_URL]
CSRF_FAILURE_VIEW = "colletta.pages.views.refusals.form_is_too_old"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
if COLLETTA_DEMO:  # its people share one password that everybody may know
    AUTHENTICATION_BACKENDS.append("colletta.demo.sign_in.DemonstrationBackend")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people:yours"
PASSWORD_RESET_TIMEOUT = 3600  # seconds that a link of recovery lives
CHECKS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{CHECKS}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{CHECKS}.CommonPasswordValidator"},
    {
        "NAME": f"{CHECKS}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]

# For whoever speaks neither.
LANGUAGE_CODE = values.one_of("COLLETTA_LANGUAGE", "en", "it")
LANGUAGES = [("it", "Italiano"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Without a mail server the letters stay in the outbox, marked as sent: the demonstration reads them
# there.
EMAIL_HOST = os.environ.get("COLLETTA_MAIL_HOST", "")
EMAIL_PORT = values.number("COLLETTA_MAIL_PORT", 587)
EMAIL_HOST_USER = os.environ.get("COLLETTA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("COLLETTA_MAIL_PASSWORD", "")
EMAIL_USE_TLS = values.one_of("COLLETTA_MAIL_TLS", "1", "0") == "1"
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("COLLETTA_MAIL_FROM", "colletta@localhost")
# Where letters come back to, each to an address of its own (bounces+…@), and where they then lie.
BOUNCES_TO = os.environ.get("COLLETTA_MAIL_BOUNCES_TO", "")
BOUNCES_FOLDER = os.environ.get("COLLETTA_MAIL_BOUNCES_FOLDER", "")

# Joining and signing in, as allauth reads it.
ACCOUNT_ADAPTER = "colletta.people.joining.adapter.JoiningAdapter"
ACCOUNT_FORMS = {
    "signup": "colletta.people.joining.forms.JoinForm",
    "login": "colletta.people.joining.forms.SignInForm",
    "request_login_code": "colletta.people.joining.forms.CodeByMailForm",
}
# Whose address is which is kept by allauth in lower case: our own column stays as it was typed.
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_USER_DISPLAY = str
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900  # seconds after which a change asks again who you are
# How often, in every process together: per "ip" from one source, per "key" about one mailbox.
# A shared connection at a market stall must do for those who stand there.
ACCOUNT_RATE_LIMITS = {
    "login": "30/1m/ip",
    "login_failed": "10/1m/ip,100/1h/ip,5/5m/key,30/1d/key",
    "signup": "20/10m/ip",
    "reset_password": "20/1h/ip,4/1h/key",
    "request_login_code": "30/1h/ip,5/1h/key",
    "confirm_email": "1/10s/key,6/1h/key",
    "reset_password_from_key": "20/1m/ip",
}
MFA_ADAPTER = "colletta.people.joining.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
# A newcomer copies codes from the tour by hand: the one before is good as well (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1 if COLLETTA_DEMO else 0
# A passkey belongs to a site with a certificate, or to this very machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SESSION_COOKIE_SECURE
USERSESSIONS_TRACK_ACTIVITY = True

# Other sites that people sign in with.
OPENID_PROVIDERS = surroundings.openid_providers()

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
        # Chromium asks this of the redirect that follows a form as well.
        "form-action": [
            SELF,
            *(provider["origin"] for provider in OPENID_PROVIDERS),
            *(provider["url"] for provider in PAYMENT_PROVIDERS.values()),
        ],
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
    "filters": {"tokens": {"()": "colletta.config.logs.WithoutTokens"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["tokens"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
