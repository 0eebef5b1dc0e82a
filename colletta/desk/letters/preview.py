"""A letter as it would be written now."""

from typing import Any, NamedTuple

from colletta.desk.letters.samples import SAMPLES
from colletta.mail.kinds import KINDS, Kind, Topic
from colletta.mail.models import Mailbox
from colletta.mail.outbox import rendered
from colletta.mail.preference_link import end_address_of


class Preview(NamedTuple):
    """One sample of a kind in a language, as its reader would have it."""

    name: str
    kind: Kind
    language: str
    number: int
    cases: range
    subject: str
    text: str
    html: str


def preview_of(name: str, *, language: str, number: int = 0) -> Preview:
    """The sample with this number. Raises LookupError where there is none."""
    kind, samples = KINDS[name], SAMPLES[name]
    sample = samples[number]
    head: dict[str, Any] = {"language": language}
    if kind.topic or name == "mail.digest":
        nobody = Mailbox(pk=0)  # its link leads nowhere
        topics = [kind.topic or Topic.UPDATES]
        head |= {"mailbox": nobody, "unsubscribe": end_address_of(nobody, topics, language)}
    parts = rendered(sample.template, head=head, context=sample.words(language))
    return Preview(name, kind, language, number, range(len(samples)), **parts)
