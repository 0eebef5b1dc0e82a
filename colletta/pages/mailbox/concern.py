"""Which letters a mailbox can get at all."""

from colletta.community.rights import campaigns_of
from colletta.mail.kinds import FOR_TEAMS, Topic
from colletta.mail.models import Letter, Mailbox
from colletta.people.models import Person, Role


def topics_for(mailbox: Mailbox) -> list[Topic]:
    """Every topic, but those of campaigns' people only where they got one, or will."""
    is_team = _looks_after_some(mailbox) or _was_told(mailbox)
    return [topic for topic in Topic if is_team or topic not in FOR_TEAMS]


def _looks_after_some(mailbox: Mailbox) -> bool:
    person = Person.objects.filter(email_key=mailbox.key).first()
    return person is not None and campaigns_of(person, roles=list(Role)).exists()


def _was_told(mailbox: Mailbox) -> bool:
    return Letter.objects.filter(mailbox=mailbox, topic__in=FOR_TEAMS).exists()
