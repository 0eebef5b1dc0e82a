"""One connection: requests read from it, answers written to it, or not."""

import os
import socket
import struct
import sys
import traceback
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

from colletta.sandbox.api.answer import Answer, refuse
from colletta.sandbox.api.request import Request, read_target
from colletta.sandbox.clock import SECOND
from colletta.sandbox.refusal import Refusal
from colletta.sandbox.web.dispatch import dispatch

if TYPE_CHECKING:
    from colletta.sandbox.web.counter import Counter

MOST_BYTES = 64 * 1024
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


class Conversation(BaseHTTPRequestHandler):
    """Speaks HTTP/1.1, keeps the line open, waits half a minute for the next request."""

    protocol_version = "HTTP/1.1"
    server_version = "Sabbiera"
    sys_version = ""
    timeout = 30
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "Counter"

    def do_GET(self) -> None:
        """Answers anything."""
        answer = self._answer()
        if answer.reset:
            self._reset()
        elif answer.hold:
            self.close_connection = True
            self.server.closing.wait(answer.hold / SECOND)
        else:
            self._write(answer)

    do_POST = do_GET  # noqa: N815  the names that http.server calls
    do_DELETE = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  http.server's name
        """Says nothing: the record knows."""

    def _answer(self) -> Answer:
        try:
            body = self._read_body()
            path, query = read_target(self.path)
            headers = {name.lower(): value for name, value in reversed(self.headers.items())}
            return dispatch(self.server.company, Request(self.command, path, query, headers, body))
        except Refusal as refusal:
            self.close_connection = True  # what follows an unread body is not a request
            return refuse(refusal)
        except Exception:  # noqa: BLE001  the caller gets an answer, we get the trace
            traceback.print_exc(file=sys.stderr)
            return refuse(Refusal("server_error"))

    def _read_body(self) -> bytes:
        if "transfer-encoding" in self.headers:
            raise Refusal("length_required")
        length = self.headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise Refusal("length_required")
        if len(length) > 10 or int(length) > MOST_BYTES:
            raise Refusal("body_too_large")
        return self.rfile.read(int(length))

    def _write(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {"Content-Type": answer.kind, "Content-Length": str(len(answer.body))}
        for name, value in {**ALWAYS, **headers, **answer.headers}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)

    def _reset(self) -> None:
        """Drops the line the way a crash does: the caller reads "connection reset"."""
        self.close_connection = True
        at_once = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        os.close(self.connection.detach())
