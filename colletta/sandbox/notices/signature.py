"""How a notice is signed: HMAC-SHA256 over `timestamp.body`, one for each secret in use."""

import hashlib
import hmac
from collections.abc import Sequence

HEADER = "Sandbox-Signature"


def sign(body: bytes, *, at: int, secrets: Sequence[bytes]) -> str:
    """The header's value; `at` in whole seconds since 1970.

    Two secrets give two `v1`, so that a platform can change its secret without losing a notice.
    """
    signed = str(at).encode() + b"." + body
    marks = [hmac.new(secret, signed, hashlib.sha256).hexdigest() for secret in secrets]
    return ",".join([f"t={at}", *(f"v1={mark}" for mark in marks)])
