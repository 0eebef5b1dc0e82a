"""What pledges do after something happened below."""

from colletta.history.models import Fact
from colletta.history.subscriptions import reacts_to
from colletta.pledges.actions.attach_pledges import attach_pledges


@reacts_to("person.email_proved")
def attach_what_was_given_before(fact: Fact) -> None:
    """Guest pledges of the mailbox become the person's."""
    attach_pledges(person_id=int(fact.about.removeprefix("person:")), proved_at=fact.at)
