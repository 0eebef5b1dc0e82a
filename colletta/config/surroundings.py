"""What the settings read from the environment, the settings file, the installation's folder."""

import os
import re
import secrets
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from colletta.installation import SettingsUnusable, read_into, settings_path
from colletta.installation.values import number

REPOSITORY = Path(__file__).resolve().parents[2]
GOOGLE = "https://accounts.google.com"


def read_settings_file() -> None:
    """Whatever the environment does not say is as the file has it, here and in what we start.

    Raises SettingsUnusable with the line and the cure.
    """
    read_into(os.environ, settings_path(home()))


def home() -> Path:
    """The folder that holds all state.

    COLLETTA_HOME, else `var/` in the checkout, else `var/` below the working folder.
    """
    if named := os.environ.get("COLLETTA_HOME"):
        return Path(named).expanduser().absolute()
    if (REPOSITORY / "pyproject.toml").exists():
        return REPOSITORY / "var"
    return Path.cwd() / "var"


def database() -> dict[str, Any]:
    """Django's settings for the database of DATABASE_URL.

    Without the variable the settings still load, for work that needs no database.
    """
    url = os.environ.get("DATABASE_URL", "postgresql://colletta_app@/colletta")
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as fault:
        raise SettingsUnusable(f"DATABASE_URL is no address of a database: {fault}") from fault
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "colletta"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        # After a restart of the database the connections that wait in the pool are dead.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**parts, **pool()},
    }


def pool() -> dict[str, Any]:
    """A connection pool for the server; commands and tests open one connection at a time.

    While the database is away new connections are looked for every few seconds.
    """
    size = number("COLLETTA_DATABASE_POOL", 0)
    if not size:
        return {}
    return {"pool": {"min_size": 1, "max_size": size, "timeout": 5, "reconnect_timeout": 5}}


def secret_key(folder: Path) -> str:
    """The signing key: COLLETTA_SECRET_KEY, else one made once, readable by its owner alone."""
    if given := os.environ.get("COLLETTA_SECRET_KEY"):
        return given
    path = folder / "secret-key"
    try:
        return path.read_text()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"secret-key.{os.getpid()}")
    fresh.touch(mode=0o600, exist_ok=False)
    fresh.write_text(secrets.token_urlsafe(50))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return path.read_text()


def payment_providers() -> dict[str, dict[str, Any]]:
    """The providers of this installation, by name, each with what its folder needs."""
    if not (url := os.environ.get("COLLETTA_SANDBOX_URL")):
        return {}
    sandbox = {
        "url": url.rstrip("/"),
        "account": os.environ.get("COLLETTA_SANDBOX_ACCOUNT", ""),
        "key": os.environ.get("COLLETTA_SANDBOX_KEY", ""),
        "secrets": tuple(listed("COLLETTA_SANDBOX_SECRETS", "")),
    }
    return {"sandbox": sandbox}


def openid_providers() -> list[dict[str, str]]:
    """Other sites that people sign in with: Google, and up to three more by their issuer.

    `origin` is where that site takes people in; it is named only where it is not the issuer's.
    """
    found = []
    if identity := os.environ.get("COLLETTA_GOOGLE_CLIENT_ID"):
        secret = os.environ.get("COLLETTA_GOOGLE_CLIENT_SECRET", "")
        found.append(_openid_provider("google", "Google", GOOGLE, identity, secret))
    for slug in ("openid", "openid-2", "openid-3"):
        start = f"COLLETTA_{slug.upper().replace('-', '_')}_"
        if issuer := os.environ.get(f"{start}ISSUER"):
            name = os.environ.get(f"{start}NAME", issuer)
            identity = os.environ.get(f"{start}CLIENT_ID", "")
            secret = os.environ.get(f"{start}CLIENT_SECRET", "")
            provider = _openid_provider(slug, name, issuer, identity, secret)
            found.append(
                provider | {"origin": os.environ.get(f"{start}ORIGIN", provider["origin"])}
            )
    return found


def _openid_provider(
    slug: str, name: str, issuer: str, identity: str, secret: str
) -> dict[str, str]:
    parts = urlsplit(issuer)
    said = {"slug": slug, "name": name, "issuer": issuer, "client_id": identity, "secret": secret}
    return said | {"origin": f"{parts.scheme}://{parts.netloc}"}


def hosts(url: str) -> list[str]:
    """The names that the site answers to: COLLETTA_HOSTS, else that of its address.

    This machine may always ask, as a monitor or our own supervisor does.
    """
    here = ["localhost", "127.0.0.1", "[::1]"]
    named = listed("COLLETTA_HOSTS", urlsplit(url).netloc.rpartition("@")[2])
    names = [re.sub(r":\d+$", "", name) for name in named]
    return [*dict.fromkeys([*names, *here])]


def networks(name: str) -> list[str]:
    """A comma-separated variable of networks. Raises SettingsUnusable for what is none."""
    for one in (found := listed(name, "")):
        try:
            ip_network(one)
        except ValueError as fault:
            raise SettingsUnusable(f"{name}: {fault}. Write 10.0.0.0/8, or 127.0.0.1.") from fault
    return found


def listed(name: str, default: str) -> list[str]:
    """A comma-separated variable as a list."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]
