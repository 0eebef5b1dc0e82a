"""The database of one command: the one of DATABASE_URL, else the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg.conninfo import conninfo_to_dict

from colletta.cli.faults import Refused
from colletta.cluster import Cluster, default_home


@dataclass(frozen=True)
class Addresses:
    """Where the database is, by role; `cluster` is the embedded server when it is ours."""

    application: str
    owner: str | None
    cluster: Cluster | None = None

    @property
    def application_role(self) -> str:
        return str(conninfo_to_dict(self.application).get("user", ""))

    def owner_address(self) -> str:
        """Raises Refused when only the application's address is known."""
        if self.owner is None:
            raise Refused("This works as the owner of the tables: set DATABASE_OWNER_URL too.")
        return self.owner

    def superuser_address(self) -> str:
        """Raises Refused for a database that is not ours to run."""
        if self.cluster is None:
            raise Refused("--superuser works on the embedded server only; unset DATABASE_URL.")
        return self.cluster.url("superuser")


@contextmanager
def database() -> Iterator[Addresses]:
    """Inside, the database can be reached and DATABASE_URL says where, for Django and children.

    Raises ClusterError when the embedded server does not start, Refused for a misspelled URL.
    """
    if "DATABASE_URL" in os.environ:
        addresses = Addresses(os.environ["DATABASE_URL"], os.environ.get("DATABASE_OWNER_URL"))
        _check_spelling(addresses)
        yield addresses
        return
    with Cluster(default_home()).running() as cluster:
        addresses = Addresses(cluster.url("app"), cluster.url("owner"), cluster)
        os.environ["DATABASE_URL"] = addresses.application
        os.environ["DATABASE_OWNER_URL"] = addresses.owner_address()
        try:
            yield addresses
        finally:
            del os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"]


def _check_spelling(addresses: Addresses) -> None:
    for name, url in (
        ("DATABASE_URL", addresses.application),
        ("DATABASE_OWNER_URL", addresses.owner or ""),
    ):
        try:
            conninfo_to_dict(url)
        except psycopg.ProgrammingError as fault:
            raise Refused(f"{name} is no address of a database: {fault}") from fault
