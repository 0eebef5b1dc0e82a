"""People change their address and their password, and end sessions."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from colletta.history.models import Fact
from colletta.people.models import Person
from tests.cast import PASSWORD, ada, bruno
from tests.people.joining.mailbox import NEW_PASSWORD, ada_at, code_in, newest, sign_in, words

pytestmark = pytest.mark.django_db
ADDRESS = "/it/people/address/"
CONFIRMATION = "/it/people/confirmation/"
SESSIONS = "/it/people/sessions/"


def test_another_address_is_theirs_once_its_mailbox_is_proved(client: Client) -> None:
    ada_at(client)
    answer = client.post(ADDRESS, {"email": "Orto@posta.example", "action_add": "1"})
    assert answer["Location"] == CONFIRMATION
    assert ada().email == "ada@posta.example"
    letter = newest("orto@posta.example")
    assert letter.kind == "confirm_address"
    client.post(CONFIRMATION, {"code": code_in(letter)})
    person = Person.objects.get()
    assert (person.email, person.email_key) == ("orto@posta.example", "orto@posta.example")
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [
        ("orto@posta.example", True, True)
    ]
    told = newest("ada@posta.example")
    assert "Il tuo indirizzo e-mail è stato cambiato." in told.text
    assert Fact.objects.get(kind="person.email_proved").about == f"person:{person.pk}"
    assert sign_in(Client(), "orto@posta.example")["Location"] == "/it/people/"


def test_A8_the_address_of_another_cannot_be_taken(client: Client) -> None:
    other = bruno()
    ada_at(client)
    client.post(ADDRESS, {"email": "BRUNO@poſta.example", "action_add": "1"})
    assert newest(other.email).kind in {"here_already", "confirm_address"}
    code = newest(other.email)
    if code.kind == "confirm_address":
        client.post(CONFIRMATION, {"code": code_in(code)})
    assert {one.email for one in Person.objects.all()} == {"ada@posta.example", other.email}


def test_another_password_ends_the_other_sessions_and_is_told(client: Client) -> None:
    ada_at(client)
    elsewhere = ada_at(Client())
    answers = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert client.post("/it/people/password/", answers)["Location"] == "/it/people/"
    assert "La tua password è cambiata." in words(client.get("/it/people/"))
    assert elsewhere.get("/it/people/").status_code == 302
    assert "La tua password è stata cambiata." in newest("ada@posta.example").text


def test_sessions_are_listed_and_one_is_ended(client: Client) -> None:
    ada_at(client)
    elsewhere = ada_at(Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}))
    page = client.get(SESSIONS)
    assert "Firefox, Linux" in words(page)
    (other,) = [one for one in page.context["sessions"] if "Firefox" in one.user_agent]
    assert client.post(f"/it/people/sessions/{other.pk}/ending/")["Location"] == SESSIONS
    assert elsewhere.get("/it/people/").status_code == 302
    assert client.get("/it/people/").status_code == 200


def test_all_other_sessions_are_ended_at_once(client: Client) -> None:
    ada_at(client)
    elsewhere = ada_at(Client())
    client.post(SESSIONS)
    assert elsewhere.get("/it/people/").status_code == 302
    assert "Tutte le altre sessioni sono chiuse." in words(client.get(SESSIONS))


def test_A21_nobody_ends_the_session_of_another(client: Client) -> None:
    theirs = ada_at(Client())
    (session,) = theirs.get(SESSIONS).context["sessions"]
    client.force_login(bruno())
    assert client.post(f"/it/people/sessions/{session.pk}/ending/").status_code == 404
    assert theirs.get("/it/people/").status_code == 200
