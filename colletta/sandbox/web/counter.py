"""The counter: where callers are served, each by a thread of their own."""

import socket
import sys
import threading
import traceback
from http.server import ThreadingHTTPServer
from typing import Any

from colletta.sandbox.company import Company
from colletta.sandbox.web.conversation import Conversation

HOST = "127.0.0.1"
# Callers who hang up in the middle are everyday life here.
HUNG_UP = (ConnectionError, TimeoutError)


class Counter(ThreadingHTTPServer):
    """Listens on loopback from the moment it is made; serves once it has a company."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    company: Company

    def __init__(self, port: int) -> None:
        self.closing = threading.Event()
        super().__init__((HOST, port), Conversation)

    @property
    def url(self) -> str:
        """Where callers find it."""
        return f"http://{HOST}:{self.server_address[1]}"

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], at: Any) -> None:
        """Prints what went wrong, unless the caller only hung up."""
        if not isinstance(sys.exception(), HUNG_UP):
            traceback.print_exc(file=sys.stderr)
