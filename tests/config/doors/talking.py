"""What the cast said around Ada's campaign, and what the desk made of it."""

from dataclasses import dataclass
from datetime import timedelta

from colletta.campaigns.models import Campaign
from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.hide_comment import hide_comment
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.appealing import Side
from colletta.community.models import (
    Appeal,
    Case,
    Comment,
    Conversation,
    Decision,
    Follow,
    Update,
)
from colletta.history.clock import now
from tests.community.followers import follower
from tests.community.letters import conversation_of_bruno
from tests.community.news import update_of_ada
from tests.community.reporting import reported
from tests.community.talk import said
from tests.config.doors.roles import People


@dataclass(frozen=True)
class Talking:
    """Comments are Bruno's; the hidden one was hidden by Ada, the waiting one by nobody."""

    comment: Comment
    hidden: Comment
    waiting: Comment
    waiting_case: Case
    decided_case: Case
    appeal: Appeal
    appealing: Side
    of_bruno: Conversation
    of_a_guest: Conversation
    with_others: Conversation
    follow: Follow
    update: Update
    coming: Update


def talk(people: People, live: Campaign, others: Campaign) -> Talking:
    """Everything is said."""
    bruno = people["supporter"]
    comment = said(live, "Chi porta la terra?", bruno)
    hidden = said(live, "Vendo orologi.", bruno)
    hide_comment(comment_id=hidden.pk, by=people["owner"], because="Fuori tema", at=now())
    decided = _decided(people, said(live, "Siete tutti ladri.", bruno))
    side = Side(decided, None)
    guest = {"name": "Gino", "email": "gino@posta.example"}
    return Talking(
        comment=comment,
        hidden=hidden,
        waiting=said(live, "Vengo anch’io!", people["other"], first_waits=True),
        waiting_case=reported(comment).case,
        decided_case=decided,
        appeal=make_appeal(side=side, text="Era uno scherzo.", at=now()),
        appealing=side,
        of_bruno=conversation_of_bruno(live, person_id=bruno.pk),
        of_a_guest=conversation_of_bruno(live, **guest),
        with_others=conversation_of_bruno(others, **guest),
        follow=follower(live),
        update=update_of_ada(live),
        coming=update_of_ada(live, publish_at=now() + timedelta(days=1)),
    )


def _decided(people: People, comment: Comment) -> Case:
    return decide_case(
        case_id=reported(comment).case.pk,
        decision=Decision.HIDDEN,
        because="È un insulto.",
        by=people["moderator"],
        at=now(),
    )
