"""The port of the site: asked for, checked, and explained when it is taken."""

import argparse
import os
import socket
from ipaddress import IPv4Address
from pathlib import Path

from colletta.cli.faults import Refused

HOST = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - what a person may ask for, in a container say
_DEFAULT = "8000"


def add_port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        default=os.environ.get("PORT") or _DEFAULT,
        help=f"where to listen (default: PORT, else {_DEFAULT})",
    )


def add_host(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host",
        default=os.environ.get("COLLETTA_LISTEN") or HOST,
        help=f"the IPv4 address to listen on (default: COLLETTA_LISTEN, else {HOST}, which only "
        "a proxy on this machine reaches)",
    )


def known_host(wish: str) -> str:
    """An address to listen on. Raises Refused for a name or another family."""
    try:
        return str(IPv4Address(wish))
    except ValueError:
        raise Refused(f'"{wish}" is no IPv4 address. Write {HOST}, or {EVERYWHERE}.') from None


def free_port(wish: str, *, host: str = HOST) -> int:
    """The port as a number. Raises Refused when it is none, taken or not for us."""
    if not wish.isdecimal() or not 1 <= int(wish) <= 65535:
        raise Refused(f'"{wish}" is no port. Choose a number between 1024 and 65535.')
    port = int(wish)
    # Without SO_REUSEPORT, which would let us share the port with a stranger's server.
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as fault:
            raise Refused(
                f"Port {port} on {host} cannot be used ({fault.strerror}). Stop what runs there, "
                f"or choose another: PORT={port + 1 if port < 65535 else 8000} bin/demo"
            ) from fault
    return port


def last_port_or_free(remembered: Path) -> int:
    """The port in the file where it is free, else any free one."""
    try:
        return _bound(int(remembered.read_text()))
    except (OSError, ValueError, OverflowError):
        return _bound(0)


def _bound(port: int) -> int:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((HOST, port))
        return int(trial.getsockname()[1])
