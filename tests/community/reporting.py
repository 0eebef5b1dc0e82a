"""What is said and reported in these tests."""

from colletta.campaigns.models import Campaign
from colletta.community.actions.make_comment import make_comment
from colletta.community.actions.make_report import make_report
from colletta.community.models import Case, Comment, Kind, Reason, Report
from colletta.history.clock import now
from colletta.people.models import DeskRole, Person
from tests.cast import bruno, carla, joined


def moderator() -> Person:
    """Carla, who moderates."""
    DeskRole.objects.get_or_create(person=carla(), role="moderator")
    return carla()


def second_moderator() -> Person:
    """Dora, who moderates too."""
    dora = joined("Dora Sala", "dora@posta.example")
    DeskRole.objects.get_or_create(person=dora, role="moderator")
    return dora


def comment_of_bruno(campaign: Campaign, text: str = "Buy my watches.") -> Comment:
    """Bruno says something."""
    return make_comment(campaign_id=campaign.pk, person_id=bruno().pk, text=text, at=now())


def reported(comment: Comment, *, email: str = "guest@posta.example") -> Report:
    """A guest reports a comment."""
    return make_report(
        about=Case(kind=Kind.COMMENT, comment=comment),
        person=None,
        email=email,
        language="en",
        reason=Reason.SPAM,
        text="It sells watches.",
        at=now(),
    )
