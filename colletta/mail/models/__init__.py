"""Letters on their way, the mailboxes they go to, what came back."""

from colletta.mail.models.bounce import Bounce
from colletta.mail.models.letter import Letter, LetterQuerySet, Withheld
from colletta.mail.models.mailbox import Mailbox, Note, Preference

__all__ = ["Bounce", "Letter", "LetterQuerySet", "Mailbox", "Note", "Preference", "Withheld"]
