"""Reading and answering, by link or signed in."""

import uuid

import pytest
from django.test import Client

from colletta.community.letterbox import token_of
from colletta.community.models import Conversation, Message, Speaker
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.letters import conversation_of_bruno
from tests.community.talk import in_the_team
from tests.database import Database
from tests.pages.reading import words_of


def link(conversation: Conversation, speaker: Speaker = Speaker.WRITER) -> str:
    return f"/it/messages/{token_of(conversation, speaker)}/"


def typed(text: str) -> dict[str, str]:
    return {"text": text, "key": str(uuid.uuid4())}


def test_both_sides_write_without_signing_in(client: Client, fresh_database: Database) -> None:
    conversation = conversation_of_bruno(live_campaign())
    client.post(link(conversation, Speaker.OWNER), typed("Certo che puoi"))
    page = client.get(link(conversation))
    assert "Certo che puoi" in words_of(page)
    assert "Circolo Aurora" in words_of(page)
    assert "@" not in words_of(page)
    assert client.post(link(conversation), typed("Grazie")).status_code == 302
    assert Message.objects.filter(side="writer").count() == 2


def test_the_team_finds_it_in_its_inbox_and_answers(
    client: Client, fresh_database: Database
) -> None:
    conversation = conversation_of_bruno(live_campaign())
    client.force_login(in_the_team(ada()))
    assert "Aspetta la tua risposta" in words_of(client.get("/it/people/messages/"))
    address = f"/it/people/messages/{conversation.pk}/"
    assert client.post(address, typed("Volentieri")).status_code == 302
    assert "Volentieri" in words_of(client.get(address))
    assert Message.objects.get(text="Volentieri").person == ada()
    assert "Aspetta la tua risposta" not in words_of(client.get("/it/people/messages/"))


@pytest.mark.django_db
def test_A21_nobody_else_reads_or_writes(client: Client) -> None:
    conversation = conversation_of_bruno(live_campaign(), person_id=bruno().pk)
    address = f"/it/people/messages/{conversation.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(carla())
    assert client.get(address).status_code == 404
    assert client.post(address, typed("Ehi")).status_code == 404
    assert client.get(link(conversation)[:-2] + "x/").status_code == 404
    assert "Ancora nessun messaggio" in words_of(client.get("/it/people/messages/"))
    assert Message.objects.count() == 1


@pytest.mark.django_db
def test_an_empty_answer_is_explained(client: Client) -> None:
    conversation = conversation_of_bruno(live_campaign())
    assert client.post(link(conversation), typed("  ")).status_code == 422
