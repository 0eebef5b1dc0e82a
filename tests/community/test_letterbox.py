"""Which conversations somebody sees, and the signed links that open one."""

import uuid
from typing import Any

import pytest

from colletta.community.actions.answer_conversation import answer_conversation
from colletta.community.letterbox import LinkIsNotOurs, conversations_of, opened_by, token_of
from colletta.community.models import Speaker
from colletta.history.clock import now
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.letters import conversation_of_bruno
from tests.community.talk import in_the_team

pytestmark = pytest.mark.django_db


def test_the_newest_word_comes_first() -> None:
    campaign = live_campaign()
    one = conversation_of_bruno(campaign)
    other = conversation_of_bruno(campaign)
    team = in_the_team(ada())
    assert list(conversations_of(team)) == [other, one]
    terms: dict[str, Any] = {"conversation_id": one.pk, "side": Speaker.WRITER, "at": now()}
    answer_conversation(text="E poi?", key=uuid.uuid4(), **terms)
    assert list(conversations_of(team)) == [one, other]


def test_only_the_two_sides_see_it() -> None:
    conversation = conversation_of_bruno(live_campaign(), person_id=bruno().pk)
    in_the_team(carla(), "treasurer")
    assert list(conversations_of(bruno())) == [conversation]
    assert not conversations_of(ada()).exists()
    assert not conversations_of(carla()).exists()


def test_a_link_opens_one_conversation_for_one_side() -> None:
    conversation = conversation_of_bruno(live_campaign())
    for speaker in Speaker:
        assert opened_by(token_of(conversation, speaker)) == (conversation, speaker)


@pytest.mark.parametrize("end", ["x", ":", ""])
def test_A48_an_altered_link_opens_nothing(end: str) -> None:
    token = token_of(conversation_of_bruno(live_campaign()), Speaker.WRITER)
    with pytest.raises(LinkIsNotOurs):
        opened_by(token[:-1] + end)
    with pytest.raises(LinkIsNotOurs):
        opened_by(token.replace("writer", "owner"))
