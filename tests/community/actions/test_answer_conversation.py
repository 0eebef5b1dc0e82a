"""One side of a conversation answers the other."""

import uuid
from typing import Any

import pytest

from colletta.community.actions.answer_conversation import (
    AnotherConversation,
    answer_conversation,
)
from colletta.community.models import Message, Speaker
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.cast import ada, live_campaign
from tests.community.letters import conversation_of_bruno
from tests.community.talk import in_the_team

pytestmark = pytest.mark.django_db


def test_the_writer_reads_the_answer_and_the_team_what_comes_back() -> None:
    team = in_the_team(ada())
    conversation = conversation_of_bruno(live_campaign())
    Letter.objects.all().delete()
    terms: dict[str, Any] = {"conversation_id": conversation.pk, "at": now()}
    answer_conversation(
        side=Speaker.OWNER, person_id=team.pk, text="Certo!", key=uuid.uuid4(), **terms
    )
    (letter,) = Letter.objects.all()
    assert (letter.to, letter.language) == ("bruno@posta.example", "it")
    assert "Certo!" in letter.text
    answer_conversation(side=Speaker.WRITER, text="Grazie", key=uuid.uuid4(), **terms)
    assert "Grazie" in Letter.objects.get(to="ada@posta.example").text
    assert Message.objects.get(text="Certo!").person == team


def test_F113_the_same_form_twice_is_one_message_and_one_letter() -> None:
    conversation = conversation_of_bruno(live_campaign())
    before = Letter.objects.count()
    key = uuid.uuid4()
    for _ in range(2):
        answer_conversation(
            conversation_id=conversation.pk, side=Speaker.OWNER, text="Sì", key=key, at=now()
        )
    assert Message.objects.count() == 2
    assert Letter.objects.count() == before + 1


def test_a_form_of_another_conversation_is_refused() -> None:
    campaign = live_campaign()
    one = conversation_of_bruno(campaign)
    other = conversation_of_bruno(campaign)
    with pytest.raises(AnotherConversation):
        answer_conversation(
            conversation_id=one.pk, side=Speaker.WRITER, text="Ehi", key=other.key, at=now()
        )
    assert Message.objects.count() == 2
