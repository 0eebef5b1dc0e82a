"""Who forgot a password chooses another one through a link that opens once."""

import re

import pytest
from django.test import Client

from colletta.mail.models import Letter
from tests.cast import PASSWORD, ada
from tests.people.joining.mailbox import NEW_PASSWORD, ada_at, link_in, newest, sign_in, words

pytestmark = pytest.mark.django_db
RECOVERY = "/it/people/recovery/"
SENT = "/it/people/recovery/sent/"


def asked(client: Client, address: str = "ada@posta.example") -> str:
    answer = client.post(RECOVERY, {"email": address})
    assert (answer.status_code, answer["Location"]) == (302, SENT)
    return link_in(newest(address))


def choose(client: Client, link: str, password: str = NEW_PASSWORD):
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else link
    return client.post(address, {"password1": password, "password2": password})


def test_A6_the_link_leads_to_a_new_password_and_ends_every_session(client: Client) -> None:
    elsewhere = ada_at(Client())
    done = choose(client, asked(client))
    assert done["Location"] == "/it/people/recovery/done/"
    assert "La tua password è cambiata" in words(client.get("/it/people/recovery/done/"))
    assert elsewhere.get("/it/people/")["Location"].startswith("/it/people/sign-in/")
    assert sign_in(Client(), password=PASSWORD).status_code == 200
    assert sign_in(Client(), password=NEW_PASSWORD)["Location"] == "/it/people/"
    assert newest("ada@posta.example").kind == "changed"


def test_A6_the_link_opens_once(client: Client) -> None:
    ada()
    link = asked(client)
    choose(client, link)
    again = Client().get(link, follow=True)
    assert "Questo link non vale più" in words(again)


def test_A6_the_link_dies_when_the_password_changes(client: Client) -> None:
    person = ada()
    link = asked(client)
    person.set_password(NEW_PASSWORD)
    person.save()
    assert "Questo link non vale più" in words(Client().get(link, follow=True))


def test_A6_the_link_is_good_for_an_hour(client: Client, settings) -> None:
    ada()
    link = asked(client)
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "Questo link non vale più" in words(Client().get(link, follow=True))


def test_A6_no_mail_carries_a_password(client: Client) -> None:
    ada()
    choose(client, asked(client))
    for letter in Letter.objects.all():
        assert NEW_PASSWORD not in letter.text + letter.html
        assert PASSWORD not in letter.text + letter.html


def test_A7_the_link_comes_from_the_settings(client: Client, settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    ada()
    client.post(RECOVERY, {"email": "ada@posta.example"}, headers={"host": "evil.example"})
    letter = newest("ada@posta.example")
    assert "evil.example" not in letter.text + letter.html
    assert settings.COLLETTA_URL in letter.text


def test_A5_the_answer_is_the_same_for_an_address_that_nobody_joined_with(client: Client) -> None:
    ada()
    answers = [client.post(RECOVERY, {"email": f"{who}@posta.example"}) for who in ("ada", "eva")]
    assert len({(one.status_code, one["Location"]) for one in answers}) == 1
    assert newest("eva@posta.example").kind == "nobody_here"
    assert "Hai ricevuto l’e-mail?" in words(client.get(SENT))


@pytest.mark.parametrize("typed", ["ADA@posta.example", "ada@poſta.example"])
def test_A8_the_mail_goes_to_the_address_as_it_is_kept(client: Client, typed: str) -> None:
    ada()
    client.post(RECOVERY, {"email": typed})
    assert set(Letter.objects.values_list("to", flat=True)) == {"ada@posta.example"}


def test_a_password_that_is_too_common_is_refused_beside_the_field(client: Client) -> None:
    ada()
    answer = choose(client, asked(client), "password123")
    assert 'id="id_password1_error"' in answer.content.decode()
    assert re.search("troppo comune", words(answer))
    assert sign_in(Client())["Location"] == "/it/people/"
