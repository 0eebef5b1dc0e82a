"""The settings that a new installation begins with."""

import os
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from colletta.cli.asking import Asking
from colletta.installation.writing import Setting, fresh_secret

_HOST = re.compile(r"(localhost|[a-z0-9-]+(\.[a-z0-9-]+)+|\[[0-9a-f:]+\])(:\d+)?", re.IGNORECASE)


def new_settings(asking: Asking) -> Sequence[Setting]:
    """Raises Refused for an answer that no installation could use."""
    url = asking("url", "The public address of the site (https://…)", rule=wrong_url).rstrip("/")
    host = urlsplit(url).hostname or ""
    return [
        Setting("COLLETTA_URL", url, "Links in mails and previews begin with it."),
        Setting(
            "COLLETTA_NAME",
            asking("name", "What the site is called", default=host),
            "What the site calls itself.",
        ),
        Setting(
            "COLLETTA_LANGUAGE",
            asking(
                "language",
                "Language for visitors who ask for neither (it, en)",
                default="it",
                rule=wrong_language,
            ),
            "it or en, for visitors whose browser asks for neither.",
        ),
        Setting(
            "COLLETTA_SECRET_KEY",
            fresh_secret(),
            "Signs sessions and the links in mails. Changing it makes all of them void.",
        ),
        *_mail(asking, host),
        *_database(asking),
        Setting(
            "COLLETTA_TRUSTED_PROXIES",
            asking.told("trusted_proxies") or "127.0.0.1,::1",
            "The networks of your own proxies: they alone are believed about who asks.",
        ),
        Setting("PORT", "8000", "Where the server listens, on the loopback interface."),
        Setting("COLLETTA_WORKERS", "2", "Processes of the server: one for each core."),
        Setting("COLLETTA_THREADS", "4", "Requests that a process answers at the same time."),
    ]


def _mail(asking: Asking, host: str) -> Sequence[Setting]:
    server = asking("mail_host", "Mail server (empty: none yet)", default="")
    port = asking("mail_port", "Its port", default="587", rule=wrong_port) if server else ""
    user = asking("mail_user", "Its user (empty: none)", default="") if server else ""
    password = os.environ.get("COLLETTA_MAIL_PASSWORD", "")
    if user and not password:
        password = asking.secret("Its password")
    sender = asking("mail_from", "Letters come from", default=f"colletta@{host}") if server else ""
    return [
        Setting("COLLETTA_MAIL_HOST", server, "The mail server. Without it no letter leaves."),
        Setting("COLLETTA_MAIL_PORT", port, "Its port: 587 with STARTTLS."),
        Setting("COLLETTA_MAIL_USER", user, "Its user."),
        Setting("COLLETTA_MAIL_PASSWORD", password, "Its password."),
        Setting("COLLETTA_MAIL_FROM", sender, "The address that letters come from."),
    ]


def _database(asking: Asking) -> Sequence[Setting]:
    why = "A PostgreSQL of your own (15 or newer); without it the embedded one is started."
    owner = "The owner of the tables, for colletta migrate alone: another role than the site's."
    return [
        Setting("DATABASE_URL", asking.told("database"), why),
        Setting("DATABASE_OWNER_URL", asking.told("database_owner"), owner),
    ]


def wrong_url(answer: str) -> str | None:
    """What keeps an answer from being the address of a site."""
    try:
        parts = urlsplit(answer)
        known = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.netloc) is not None
        known = known and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known or parts.path not in {"", "/"} or parts.query or parts.fragment:
        return "Write https:// and the name of the site, without a path: https://gifts.example.org"
    return None


def wrong_language(answer: str) -> str | None:
    """What keeps an answer from being a language of the site."""
    return None if answer in {"it", "en"} else "The site speaks it and en."


def wrong_port(answer: str) -> str | None:
    """What keeps an answer from being a port."""
    is_port = answer.isascii() and answer.isdecimal() and 0 < int(answer) < 65536
    return None if is_port else "A port is a number from 1 to 65535."
