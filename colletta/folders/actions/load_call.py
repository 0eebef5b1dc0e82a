"""An operator turns a folder into a call."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from colletta.folders.arrival.calls import differences_to, write_call
from colletta.folders.arrival.matches import reason_of
from colletta.folders.arrival.turns import wait_for_other_loadings
from colletta.folders.call_contents import CallFolder
from colletta.folders.faults import Fault, FolderRefused
from colletta.folders.reading.calls import CALL, read_call_folder
from colletta.history.clock import now
from colletta.matching.models import Call
from colletta.matching.steps import MatchRefused


class CallDiffers(Exception):
    """A call has this address already and says something else. `differences` names what."""

    def __init__(self, slug: str, found: list[str]) -> None:
        self.differences = found
        super().__init__(
            f'There is a call "{slug}" already, and this folder differs in: {", ".join(found)}.\n'
            "Nothing was changed. Give the folder another slug to load it as another call."
        )


@dataclass(frozen=True, kw_only=True)
class LoadedCall:
    """What became of a folder. `changed` is false where the call was there and says the same."""

    call: Call
    changed: bool


def load_call(*, folder: Path) -> LoadedCall:
    """The folder is a call, or nothing has changed.

    A call that is there and says the same stays as it is, also where it has opened or closed since.
    Raises FolderRefused with every fault, CallDiffers.
    """
    moment = now()
    wanted = read_call_folder(folder, now=moment)
    with transaction.atomic():
        wait_for_other_loadings()
        call = Call.objects.select_related("partner").filter(slug=wanted.slug).first()
        if call is None:
            return LoadedCall(call=_written(wanted, moment), changed=True)
    # Offsets count from the first loading, so that a later one differs by what it says alone.
    if found := differences_to(call, read_call_folder(folder, now=call.made_at)):
        raise CallDiffers(wanted.slug, found)
    return LoadedCall(call=call, changed=False)


def _written(wanted: CallFolder, moment: datetime) -> Call:
    """Raises FolderRefused."""
    try:
        return write_call(wanted, at=moment)
    except MatchRefused as refusal:
        fault = Fault(file=CALL, key="rule", reason=reason_of(refusal))
        raise FolderRefused([fault]) from refusal
