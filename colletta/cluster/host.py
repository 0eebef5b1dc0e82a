"""Decides who runs which PostgreSQL programs on which data, before the server starts."""

import os
from dataclasses import dataclass

from colletta.cluster.binaries import Binaries
from colletta.cluster.errors import HomeUnusable
from colletta.cluster.identity import (
    Identity,
    in_namespace,
    ourselves,
    owner_of,
    unprivileged_user,
)
from colletta.cluster.place import Place, make_private_folder


@dataclass(frozen=True)
class Host:
    """A place with somebody to work in it."""

    place: Place
    binaries: Binaries
    identity: Identity
    durable: bool


def choose_host(place: Place, binaries: Binaries, *, durable: bool) -> Host:
    """Who runs the server is decided once, when there is no data yet, and then kept."""
    if os.geteuid() != 0:
        host = Host(place, binaries, ourselves(), durable)
    elif place.data.exists():
        host = _as_before(place, binaries, durable=durable)
    else:
        host = _first_time(place, binaries, durable=durable)
    make_private_folder(place.socket, owner=host.identity.owner)
    return host


def _as_before(place: Place, binaries: Binaries, *, durable: bool) -> Host:
    owner = owner_of(place.data)
    if not owner.is_other_user:
        inside = in_namespace()
        if _suits(inside, place, binaries):
            return Host(place, binaries, inside, durable)
        raise HomeUnusable(
            f"The database in {place.data} belongs to root and was run in a user namespace, "
            "which is not possible any more. Allow user namespaces, or give the home folder "
            "to an ordinary user and run Colletta as that user."
        )
    return Host(place, _reachable(binaries, owner, place), owner, durable)


def _first_time(place: Place, binaries: Binaries, *, durable: bool) -> Host:
    inside = in_namespace()
    if _suits(inside, place, binaries):
        return Host(place, binaries, inside, durable)
    user = unprivileged_user()
    if place.storage == place.folder:
        place.move_elsewhere()
    return Host(place, _reachable(binaries, user, place), user, durable)


def _suits(identity: Identity, place: Place, binaries: Binaries) -> bool:
    return identity.can_write(place.folder) and identity.can_run(binaries.postgres)


def _reachable(binaries: Binaries, identity: Identity, place: Place) -> Binaries:
    """The wheel's programs are copied beside the data: a checkout under /root is closed."""
    if not binaries.from_wheel and identity.can_run(binaries.postgres):
        return binaries
    return binaries.copied_to(place.storage)
