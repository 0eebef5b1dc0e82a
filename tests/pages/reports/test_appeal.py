"""Reading a decision behind its signed link, and asking to look again."""

import re

import pytest
from django.test import Client

from colletta.community.actions.decide_appeal import decide_appeal
from colletta.community.actions.decide_case import decide_case
from colletta.community.models import Appeal, Decision
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.cast import live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> str:
    """What the letter to Bruno, whose comment was hidden, leads to."""
    case = reported(comment_of_bruno(live_campaign())).case
    decide_case(
        case_id=case.pk,
        decision=Decision.HIDDEN,
        because="It is an advertisement.",
        by=moderator(),
        at=now(),
    )
    letter = Letter.objects.get(kind="community.decision", to="bruno@posta.example")
    (path,) = re.findall(r"https?://[^/]+(/it/appeals/\S+)", letter.text)
    return str(path).replace("/it/", "/en/")


def test_the_link_tells_the_reason_and_takes_one_appeal(client: Client, link: str) -> None:
    page = words_of(client.get(link))
    assert "It is an advertisement." in page
    assert "guest@posta.example" not in page
    again = words_of(client.post(link, {"text": "It was a joke."}, follow=True))
    assert "It is at our desk." in again
    assert client.post(link, {"text": "Really."}).status_code == 422
    assert Appeal.objects.get().text == "It was a joke."


def test_the_answer_stands_there(client: Client, link: str) -> None:
    client.post(link, {"text": "It was a joke."})
    decide_appeal(
        appeal_id=Appeal.objects.get().pk,
        granted=True,
        because="We laughed.",
        by=moderator(),
        at=now(),
    )
    page = words_of(client.get(link))
    assert "You were right." in page
    assert "We laughed." in page


def test_an_altered_link_opens_nothing(client: Client, link: str) -> None:
    altered = link.replace("/appeals/", "/appeals/1")
    assert client.get(altered).status_code == 404


def test_an_empty_appeal_is_asked_again(client: Client, link: str) -> None:
    assert client.post(link, {"text": " "}).status_code == 422
    assert not Appeal.objects.exists()
