"""One POST to the platform."""

import http.client
from urllib.parse import urlsplit

from colletta.sandbox.notices.message import Message

TIMEOUT = 10


def post(url: str, message: Message) -> str:
    """The status of the answer as text, or what went wrong instead. Follows no redirect."""
    address = urlsplit(url)
    line = http.client.HTTPConnection(address.hostname or "", address.port or 80, timeout=TIMEOUT)
    path = address.path or "/"
    target = f"{path}?{address.query}" if address.query else path
    try:
        line.request("POST", target, body=message.body, headers=message.headers)
        return str(line.getresponse().status)
    except (OSError, http.client.HTTPException) as failure:
        return type(failure).__name__
    finally:
        line.close()


def arrived(answer: str) -> bool:
    """Whether the platform took it."""
    return answer.startswith("2")
