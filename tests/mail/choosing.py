"""What readers choose, in tests."""

from colletta.history.clock import now
from colletta.mail.actions.choose_timings import choose_timings
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Mailbox


def choose(address: str, timing: Timing, *topics: Topic) -> Mailbox:
    """Letters about these topics come then."""
    mailbox = Mailbox.objects.at(address)
    timings = dict.fromkeys(topics, timing)
    choose_timings(mailbox_id=mailbox.pk, timings=timings, at=now())
    return mailbox


def switch_off(address: str, *topics: Topic) -> Mailbox:
    """Letters about these topics never come."""
    return choose(address, Timing.NEVER, *topics)
