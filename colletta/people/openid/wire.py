"""What goes over the wire between this site and the other (OpenID Connect Core 1.0)."""

from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from django.core.cache import cache

from colletta.people.openid.journey import Journey
from colletta.people.openid.providers import Provider

SECONDS_TO_ANSWER = 5
SECONDS_KNOWN = 600
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class ProviderIsAway(Exception):
    """The other site does not answer, or answers something else than its standard says."""


def departure(provider: Provider, journey: Journey, *, back: str) -> str:
    """The address at the other site where the person signs in. Raises ProviderIsAway."""
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": "openid email profile",
        "state": journey.state,
        "nonce": journey.nonce,
        "code_challenge": journey.challenge,
        "code_challenge_method": "S256",
    }
    where = discovered(provider)["authorization_endpoint"]
    if origin_of(where) != provider.origin:
        raise ProviderIsAway(f"{where} is not of {provider.origin}, which pages may send to")
    return f"{where}{'&' if urlsplit(where).query else '?'}{urlencode(asked)}"


def tokens_for(provider: Provider, journey: Journey, *, code: str, back: str) -> dict[str, Any]:
    """What the other site gives for its code, once. Raises ProviderIsAway."""
    said = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "client_id": provider.client_id,
        "client_secret": provider.secret,
        "code_verifier": journey.verifier,
    }
    return _asked("POST", discovered(provider)["token_endpoint"], data=said)


def keys_of(provider: Provider) -> dict[str, Any]:
    """Its keys of this moment, never remembered: they change. Raises ProviderIsAway."""
    return _asked("GET", discovered(provider)["jwks_uri"])


def discovered(provider: Provider) -> dict[str, Any]:
    """Where the other site answers what (OpenID Connect Discovery 1.0). Raises ProviderIsAway."""
    name = f"openid:{provider.issuer}"
    known: dict[str, Any] | None = cache.get(name)
    if known is None:
        known = _asked("GET", f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
        missing = [part for part in NEEDED if not isinstance(known.get(part), str)]
        if missing or known["issuer"] != provider.issuer:
            raise ProviderIsAway(f"{provider.issuer} describes another: {known.get('issuer')}")
        cache.set(name, known, SECONDS_KNOWN)
    return known


def origin_of(address: str) -> str:
    """Scheme, host, port."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _asked(method: str, address: str, **more: Any) -> dict[str, Any]:
    where = urlsplit(address)
    if where.scheme != "https" and where.hostname not in LOOPBACK:
        raise ProviderIsAway(f"{address} is not private on the way there")
    try:
        answer = requests.request(
            method, address, timeout=SECONDS_TO_ANSWER, allow_redirects=False, **more
        )
        answer.raise_for_status()
        said = answer.json()
    except requests.RequestException as away:
        raise ProviderIsAway(f"{address}: {type(away).__name__}") from away
    if answer.status_code != requests.codes.ok or not isinstance(said, dict):
        raise ProviderIsAway(f"{address} answered {answer.status_code}")
    return said
