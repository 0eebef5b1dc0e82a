"""A mail server on loopback that keeps what it takes and misbehaves when told to."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class PostOffice(socketserver.ThreadingTCPServer):
    """`mood` is "takes", "refuses", "hangs up" after it took a letter, or "is slow"."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.taken: list[str] = []
        self.senders: list[str] = []
        self.refusal = "451 later"  # what it says of an address when it refuses
        self.mood = "takes"
        self.slowness = 0.0  # seconds before it answers anything, when it is slow


class Conversation(socketserver.StreamRequestHandler):
    """Just enough of RFC 5321 for letters."""

    server: PostOffice

    def handle(self) -> None:
        if self.server.mood == "is slow":
            time.sleep(self.server.slowness)
        with suppress(ConnectionError):  # whoever wrote was killed, or lost patience
            self._talk()

    def _talk(self) -> None:
        self._say("220 here")
        while typed := self.rfile.readline().decode().strip():
            line = typed.upper()
            if line.startswith("MAIL"):
                self.server.senders.append(typed.partition("<")[2].partition(">")[0])
            if line.startswith("DATA"):
                self._take()
            elif line.startswith("RCPT") and self.server.mood == "refuses":
                self._say(self.server.refusal)
            elif line.startswith("QUIT"):
                self._say("221 bye")
                return
            else:
                self._say("250 fine")
            if self.server.mood == "hangs up" and self.server.taken:
                return

    def _take(self) -> None:
        self._say("354 go on")
        lines: list[str] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.decode().rstrip("\r\n"))
        if not line:
            return  # cut off in the middle: a mail server drops what has no end
        self.server.taken.append("\n".join(lines))
        if self.server.mood == "is slow":
            time.sleep(self.server.slowness)
        if self.server.mood != "hangs up":
            self._say("250 taken")

    def _say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())


@contextmanager
def open_post_office() -> Iterator[PostOffice]:
    """Open until the block ends."""
    with PostOffice() as office:
        threading.Thread(target=office.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield office
        finally:
            office.shutdown()
