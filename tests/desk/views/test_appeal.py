"""An appeal is answered at the desk."""

import pytest
from django.test import Client

from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.appealing import Side
from colletta.community.models import Appeal, Comment, Decision
from colletta.history.clock import now
from colletta.people.models import Person
from tests.cast import live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported, second_moderator
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


def appealed(by: Person) -> str:
    """A comment of Bruno's was hidden, and he asks to look again; where the desk answers."""
    case = reported(comment_of_bruno(live_campaign())).case
    decided = decide_case(
        case_id=case.pk, decision=Decision.HIDDEN, because="An advert.", by=by, at=now()
    )
    appeal = make_appeal(side=Side(decided, None), text="It was a joke.", at=now())
    return f"/en/desk/moderation/appeals/{appeal.pk}/"


def test_another_moderator_turns_the_decision_round(client: Client) -> None:
    address = appealed(second_moderator())
    at_the_desk(client, "moderator")
    queue = words_of(client.get("/en/desk/moderation/"))
    assert "It was a joke." in queue
    page = words_of(client.get(address))
    assert "An advert." in page
    assert client.post(address, {"answer": "granted"}).status_code == 400
    done = client.post(address, {"answer": "granted", "because": "We laughed."}, follow=True)
    assert "Answered." in words_of(done)
    assert Comment.objects.readable().exists()
    again = client.post(address, {"answer": "declined", "because": "No."}, follow=True)
    assert "Somebody else decided it already." in words_of(again)


def test_who_decided_is_told_to_leave_it_to_somebody_else(client: Client) -> None:
    address = appealed(moderator())
    second_moderator()
    at_the_desk(client, "moderator")
    assert "leave the second look to somebody else" in words_of(client.get(address))
    answer = client.post(address, {"answer": "granted", "because": "Me again."})
    assert answer.status_code == 400
    assert Appeal.objects.open().exists()


def test_a_treasurer_does_not_answer(client: Client) -> None:
    address = appealed(second_moderator())
    at_the_desk(client, "treasurer")
    assert client.get(address).status_code == 404
