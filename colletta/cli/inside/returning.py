"""Letters that come back."""

from colletta.history.clock import now
from colletta.mail.actions.take_bounce import take_bounce


def take(message: bytes) -> str:
    """The sentence that says what became of the message."""
    bounce = take_bounce(message=message, at=now())
    if bounce is None:
        return "This is no bounce of a letter of ours; nothing was done."
    kind = "hard" if bounce.hard else "soft"
    return f"{bounce.letter} came back, a {kind} bounce ({bounce.status})."
