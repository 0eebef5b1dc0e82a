"""What another site says of who came from it, and why we believe it."""

import secrets
from dataclasses import dataclass
from typing import Any

import jwt
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from colletta.people.naming import clean_name
from colletta.people.openid.journey import Journey
from colletta.people.openid.providers import Provider

# Signatures with a public half alone: a secret that both know proves nothing about who signed.
ALGORITHMS = ("RS256", "PS256", "ES256")
SECONDS_OF_DRIFT = 30


class NotBelieved(Exception):
    """The token is not for this journey, not of this provider, or not of this time."""


@dataclass(frozen=True)
class Claims:
    """Who came. `email` is empty unless it is an address; `email_proved` by the other site."""

    issuer: str
    subject: str
    email: str
    email_proved: bool
    name: str


def believed(
    tokens: dict[str, Any], *, keys: dict[str, Any], provider: Provider, journey: Journey
) -> Claims:
    """What the ID token says, checked as OpenID Connect Core 1.0, section 3.1.3.7 asks.

    The signature is checked as well, which that section leaves out for tokens fetched directly:
    a wrong address in the discovery document alone then convinces nobody. Raises NotBelieved.
    """
    token = tokens.get("id_token")
    if not isinstance(token, str):
        raise NotBelieved("no ID token")
    try:
        said = _decoded(token, keys, provider)
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as doubt:
        raise NotBelieved(f"{type(doubt).__name__}: {doubt}") from doubt
    if not secrets.compare_digest(str(said.get("nonce", "")).encode(), journey.nonce.encode()):
        raise NotBelieved("the token is of another journey")
    if said.get("azp", provider.client_id) != provider.client_id:
        raise NotBelieved("the token was given to another site")
    return Claims(
        issuer=provider.issuer,
        subject=str(said["sub"])[:255],
        email=_address(said.get("email")),
        email_proved=said.get("email_verified") is True,
        name=_name(said),
    )


def _decoded(token: str, keys: dict[str, Any], provider: Provider) -> dict[str, Any]:
    head = jwt.get_unverified_header(token)
    key = jwt.PyJWKSet.from_dict(keys)[head["kid"]]
    return jwt.decode(
        token,
        key,
        algorithms=ALGORITHMS,
        issuer=provider.issuer,
        audience=provider.client_id,
        leeway=SECONDS_OF_DRIFT,
        options={"require": ["iss", "aud", "sub", "exp", "iat"]},
    )


def _address(said: object) -> str:
    address = said.strip() if isinstance(said, str) else ""
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= 254 else ""


def _name(said: dict[str, Any]) -> str:
    """What the other site calls them, in one line; empty where we would not take it as a name."""
    name = said.get("name")
    plain = name if isinstance(name, str) else ""
    shown = "".join(c if c.isprintable() else " " for c in plain)
    try:
        return clean_name(shown)[:200]
    except ValidationError:
        return ""
