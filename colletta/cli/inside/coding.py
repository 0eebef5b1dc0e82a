"""Codes for the desk of a demonstration."""

import importlib

from colletta.cli.faults import Refused


def code_for(name: str) -> str:
    """The six digits of this moment. Raises Refused for somebody who needs none."""
    # Rooms beside each other may name each other, but not import.
    cast = importlib.import_module("colletta.demo.cast")
    player = cast.player_called(name.strip().casefold())
    if player is None or not player.desk:
        desk = ", ".join(one.key for one in cast.CAST if one.desk)
        raise Refused(f'Nobody called "{name}" works at the desk of the demonstration: {desk} do.')
    digits: str = importlib.import_module("colletta.demo.codes").code_of(player).digits
    return digits
