"""Whether a notice comes from the company.

Its manual: the header holds `t=<seconds since 1970>` and one `v1=<hex>` for each secret in use,
each an HMAC-SHA256 over the timestamp, a full stop and the body.
"""

import hashlib
import hmac
import json
import re
import time
from collections.abc import Mapping, Sequence
from typing import Any

from colletta.payments.providers.contract import ForgedNotice

HEADER = "Sandbox-Signature"
SHAPE = re.compile(r"t=(?P<at>[0-9]{1,12})(?P<marks>(?:,v1=[0-9a-f]{64}){1,4})", re.ASCII)
TOLERANCE = 5 * 60  # seconds between signing and reading
LONGEST = 64 * 1024  # bytes of a notice


def read_signed(
    headers: Mapping[str, str], body: bytes, *, secrets: Sequence[str]
) -> dict[str, Any]:
    """The content of a notice that one of the secrets signed lately. Raises ForgedNotice."""
    found = SHAPE.fullmatch(headers.get(HEADER, ""))
    if found is None or len(body) > LONGEST:
        raise ForgedNotice("no signature, or none that can be read")
    if abs(int(time.time()) - int(found["at"])) > TOLERANCE:
        raise ForgedNotice("signed too long ago, or in the future")
    marks = re.findall(r"[0-9a-f]{64}", found["marks"])
    if not _signed(found["at"], body, marks, secrets):
        raise ForgedNotice("signed with another secret, or another body")
    try:
        content = json.loads(body)
    except ValueError as fault:
        raise ForgedNotice("no JSON") from fault
    if not isinstance(content, dict):
        raise ForgedNotice("no object")
    return content


def told(notice: Mapping[str, Any], name: str, *, longest: int = 200) -> str:
    """A word of a notice, as long as we can keep and in printable letters. Raises ForgedNotice."""
    value = notice.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
        raise ForgedNotice(f"no {name} that can be read")
    return value


def _signed(at: str, body: bytes, marks: Sequence[str], secrets: Sequence[str]) -> bool:
    expected = [
        hmac.new(secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()
        for secret in secrets
        if secret
    ]
    return any(hmac.compare_digest(mark, one) for mark in marks for one in expected)
