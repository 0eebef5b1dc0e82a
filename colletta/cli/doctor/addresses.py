"""Where the site is, to whom it answers, and what it believes of a request."""

from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.http.request import validate_host

from colletta.cli.doctor.finding import Finding, Findings

WIDEST = {4: 8, 6: 16}  # bits of a network that may be one's own


def is_public(settings: Any) -> bool:
    """Whether anybody but this machine is meant to reach the site."""
    host = urlsplit(settings.COLLETTA_URL).hostname or ""
    return not is_here(host)


def is_here(host: str) -> bool:
    """Whether a name means this machine alone (RFC 6761, section 6.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def judge_addresses(settings: Any) -> Findings:
    """Findings about COLLETTA_URL, COLLETTA_HOSTS, COLLETTA_TRUSTED_PROXIES, the cookies."""
    url = urlsplit(settings.COLLETTA_URL)
    if not _is_address(url):
        yield Finding(
            "COLLETTA_URL",
            f'"{url.hostname or settings.COLLETTA_URL}" is not the bare address of a site',
            "Write https:// and the name, without path or password: https://gifts.example.org",
        )
        return
    if is_public(settings) and url.scheme != "https":
        yield Finding(
            "COLLETTA_URL",
            "passwords and payments would travel in the clear",
            "Put a proxy with a certificate in front (docs/hosting) and write https://",
        )
    yield from _judge_hosts(settings, url.hostname or "")
    yield from _judge_proxies(settings)
    yield from _judge_cookies(settings)


def _is_address(url: SplitResult) -> bool:
    try:
        bare = not (url.username or url.password or url.query or url.fragment or url.path)
        return bare and url.scheme in {"http", "https"} and bool(url.hostname) and url.port != 0
    except ValueError:
        return False


def _judge_hosts(settings: Any, host: str) -> Findings:
    for name in settings.ALLOWED_HOSTS:
        if "*" in name or name == ".":
            yield Finding(
                "COLLETTA_HOSTS",
                f'"{name}" lets a stranger choose the name of the site',
                "List the names one by one, or leave it out: the host of COLLETTA_URL is known",
            )
        elif name.startswith("."):
            yield Finding(
                "COLLETTA_HOSTS",
                f'"{name}" stands for every name below it',
                "List the names one by one",
                "nothing",
            )
    written = f"[{host}]" if ":" in host else host
    if not validate_host(written, settings.ALLOWED_HOSTS):
        yield Finding(
            "COLLETTA_HOSTS",
            f"the site would not answer to its own address, {host}",
            f"Add {host}, or leave COLLETTA_HOSTS out",
        )


def _judge_proxies(settings: Any) -> Findings:
    for name in settings.TRUSTED_PROXIES:
        network = ip_network(name)
        if network.prefixlen < WIDEST[network.version]:
            yield Finding(
                "COLLETTA_TRUSTED_PROXIES",
                f"{name} lets anybody claim any address, and so get round every limit",
                "List the addresses of your own proxies: 127.0.0.1,::1 for one on this machine",
            )
    if is_public(settings) and not settings.TRUSTED_PROXIES:
        yield Finding(
            "COLLETTA_TRUSTED_PROXIES",
            "every visitor looks like the proxy, so that limits count all as one",
            "List the addresses of your proxies: 127.0.0.1,::1 for one on this machine",
            "nothing",
        )


def _judge_cookies(settings: Any) -> Findings:
    secure = not is_public(settings) or (
        settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE
    )
    if not (secure and settings.SESSION_COOKIE_HTTPONLY and settings.CSRF_COOKIE_HTTPONLY):
        yield Finding(
            "cookies",
            "the cookie of a session could be read on its way, or by a script",
            "Write COLLETTA_URL with https://, and leave the cookie settings as they are",
        )
    if any("*" in origin for origin in settings.CSRF_TRUSTED_ORIGINS):
        yield Finding(
            "CSRF_TRUSTED_ORIGINS",
            "forms of strangers' pages would be believed",
            "Leave it as it is: the site's own address alone",
        )
