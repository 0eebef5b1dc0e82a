"""Empty the folder where the mail system puts bounces."""

from datetime import datetime
from pathlib import Path

from colletta.mail.actions.take_bounce import take_bounce
from colletta.mail.notifications import LONGEST

AT_ONCE = 500  # messages; the next look is minutes away


def read_bounces(*, folder: Path, at: datetime) -> int:
    """Every new message of the Maildir was taken; how many were bounces of ours.

    What was ours is removed once it is written down, so that a reader that dies reads it again.
    Anything else is marked as seen and left for a person.
    """
    fresh = sorted(path for path in (folder / "new").iterdir() if path.is_file())
    return sum(_take(path, folder / "cur", at) for path in fresh[:AT_ONCE])


def _take(path: Path, seen: Path, at: datetime) -> bool:
    with path.open("rb") as file:
        taken = take_bounce(message=file.read(LONGEST), at=at)
    if taken is not None:
        path.unlink(missing_ok=True)
        return True
    path.rename(seen / f"{path.name.partition(':')[0]}:2,S")
    return False
