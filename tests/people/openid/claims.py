"""What the provider of the tests says of somebody, truthfully or with one chosen fault."""

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEY_NAME = "the-key-of-today"
SECONDS_GOOD = 300
# What can be chosen on the provider's page; "none" is an honest provider.
FAULTS = (
    "none",
    "unverified",
    "no_email",
    "wrong_issuer",
    "wrong_audience",
    "expired",
    "bad_signature",
    "unsigned",
    "signed_with_public_key",
    "unknown_key",
    "no_nonce",
    "other_nonce",
    "no_id_token",
    "not_json",
    "token_500",
    "denied",
    "no_state",
    "other_state",
)

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ANOTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def key_set() -> dict[str, Any]:
    """The public half, as a JSON Web Key Set (RFC 7517)."""
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
    return {"keys": [public | {"kid": KEY_NAME, "alg": "RS256", "use": "sig"}]}


def id_token(*, issuer: str, code: dict[str, str]) -> str:
    """An ID token for what was chosen on the page (OpenID Connect Core 1.0, section 2)."""
    said = _claims(issuer, code)
    fault = code["fault"]
    if fault == "unsigned":
        return jwt.encode(said, key="", algorithm="none", headers={"kid": KEY_NAME})
    if fault == "signed_with_public_key":
        return _signed_with_public_key(said)
    key = ANOTHER_KEY if fault == "bad_signature" else KEY
    name = "a-key-of-nobody" if fault == "unknown_key" else KEY_NAME
    return jwt.encode(said, key=key, algorithm="RS256", headers={"kid": name})


def _signed_with_public_key(said: dict[str, Any]) -> str:
    """What everybody knows used as a secret; by hand, because the library refuses to."""
    head = {"alg": "HS256", "kid": KEY_NAME}
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()) for part in (head, said)]
    start = b".".join(part.rstrip(b"=") for part in parts)
    public = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    mark = hmac.new(public, start, hashlib.sha256).digest()
    return b".".join([start, base64.urlsafe_b64encode(mark).rstrip(b"=")]).decode()


def _claims(issuer: str, code: dict[str, str]) -> dict[str, Any]:
    fault, now = code["fault"], int(time.time())
    said: dict[str, Any] = {
        "iss": "https://somebody.example" if fault == "wrong_issuer" else issuer,
        "aud": "another-client" if fault == "wrong_audience" else code["client_id"],
        "sub": code["subject"],
        "iat": now - 2 * SECONDS_GOOD if fault == "expired" else now,
        "exp": now - SECONDS_GOOD if fault == "expired" else now + SECONDS_GOOD,
        "name": code["name"],
    }
    if fault != "no_email":
        said |= {"email": code["email"], "email_verified": fault != "unverified"}
    if fault != "no_nonce":
        said["nonce"] = "another-nonce" if fault == "other_nonce" else code["nonce"]
    return said
