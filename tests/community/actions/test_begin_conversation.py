"""Somebody writes to the people of a campaign."""

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.models import Conversation, Message
from colletta.mail.models import Letter
from tests.cast import ada, approved_campaign, bruno, carla, live_campaign
from tests.community.letters import conversation_of_bruno
from tests.community.talk import in_the_team

pytestmark = pytest.mark.django_db


def letters() -> dict[str, Letter]:
    return {letter.to: letter for letter in Letter.objects.all()}


def test_everybody_who_looks_after_the_campaign_reads_it_and_the_writer_has_a_link() -> None:
    in_the_team(ada())
    in_the_team(carla(), "treasurer")
    conversation_of_bruno(live_campaign())
    written = letters()
    assert set(written) == {"ada@posta.example", "bruno@posta.example"}
    assert "Posso portare mia figlia?" in written["ada@posta.example"].text
    assert "/it/people/messages/" in written["ada@posta.example"].text
    assert "/it/messages/" in written["bruno@posta.example"].text


def test_no_letter_shows_the_address_of_the_other_side() -> None:
    in_the_team(ada())
    conversation_of_bruno(live_campaign())
    written = letters()
    assert "bruno@" not in written["ada@posta.example"].text + written["ada@posta.example"].html
    assert "ada@" not in written["bruno@posta.example"].text + written["bruno@posta.example"].html


def test_A35_typed_words_never_go_to_an_address_that_a_stranger_typed() -> None:
    conversation_of_bruno(live_campaign(), name="Vincita", text="Hai vinto un premio")
    sent = letters()["bruno@posta.example"]
    for words in ("Vincita", "premio"):
        assert words not in sent.subject + sent.text + sent.html


def test_an_owner_without_a_team_answers_by_a_signed_link() -> None:
    conversation_of_bruno(live_campaign())
    assert "/it/messages/" in letters()["ciao@aurora.example"].text


def test_an_owner_who_is_a_person_reads_it() -> None:
    campaign = live_campaign(owner_organisation=None, owner_person=ada())
    conversation_of_bruno(campaign, person_id=bruno().pk)
    assert "/it/people/messages/" in letters()["ada@posta.example"].text


def test_F113_the_same_form_twice_begins_one_conversation() -> None:
    campaign = live_campaign()
    first = conversation_of_bruno(campaign)
    again = conversation_of_bruno(campaign, key=first.key, text="Un'altra cosa")
    assert first == again
    assert Message.objects.count() == 1
    assert Letter.objects.count() == 2


def test_nobody_writes_to_a_campaign_that_is_not_public() -> None:
    with pytest.raises(Campaign.DoesNotExist):
        conversation_of_bruno(approved_campaign())
    assert not Conversation.objects.exists()
