"""People join: a name, an address that they prove, a password."""

import pytest
from django.test import Client

from colletta.history.models import Fact
from colletta.mail.models import Letter
from colletta.people.models import Person
from tests.cast import PASSWORD, ada
from tests.people.joining.mailbox import ADDRESS, code_in, join, newest, sign_in, words

pytestmark = pytest.mark.django_db
CONFIRMATION = "/it/people/confirmation/"


def test_whoever_joins_proves_the_mailbox_with_the_code_of_the_mail(client: Client) -> None:
    answer = join(client, email="Dora@Posta.example")
    assert (answer.status_code, answer["Location"]) == (302, CONFIRMATION)
    letter = newest("Dora@Posta.example")
    assert (letter.language, letter.kind) == ("it", "confirm_joining")
    assert code_in(letter) in letter.html
    assert not Fact.objects.filter(kind="person.email_proved").exists()
    done = client.post(CONFIRMATION, {"code": code_in(letter)})
    assert done["Location"] == "/it/people/"
    person = Person.objects.get(email_key=ADDRESS)
    assert (person.name, person.email, person.language) == (
        "Dora Bianchi",
        "Dora@Posta.example",
        "it",
    )
    assert person.check_password(PASSWORD)
    assert Fact.objects.get(kind="person.email_proved").about == f"person:{person.pk}"
    assert "Dora Bianchi" in client.get("/it/people/").content.decode()


def test_before_the_proof_nobody_is_signed_in(client: Client) -> None:
    join(client)
    assert client.get("/it/people/")["Location"].startswith("/it/people/sign-in/")
    assert sign_in(client, ADDRESS)["Location"] == CONFIRMATION


def test_a_wrong_code_proves_nothing(client: Client) -> None:
    join(client)
    answer = client.post(CONFIRMATION, {"code": "AAAA-AAA"})
    assert answer.status_code == 200
    assert not Fact.objects.filter(kind="person.email_proved").exists()


def test_the_mail_can_be_sent_again(client: Client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": ""}
    join(client)
    assert "Hai ricevuto l’e-mail?" in words(client.get(CONFIRMATION))
    first = code_in(newest(ADDRESS))
    client.post(CONFIRMATION, {"action": "resend"})
    assert Letter.objects.filter(to=ADDRESS).count() == 2
    second = code_in(newest(ADDRESS))
    assert first != second
    assert client.post(CONFIRMATION, {"code": second})["Location"] == "/it/people/"


def test_A5_the_answer_is_the_same_where_somebody_joined_already(client: Client) -> None:
    unknown = join(client)
    page = words(client.get(CONFIRMATION))
    other = Client()
    known = join(other, email=ada().email)
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert words(other.get(CONFIRMATION)) == page.replace(ADDRESS, ada().email)
    assert newest(ada().email).kind == "here_already"


@pytest.mark.parametrize(
    "typed", ["ADA@posta.example", "ada@poſta.example", "\uff41da@posta.example"]
)
def test_A8_an_address_that_folds_to_one_that_joined_makes_no_second_person(
    client: Client, typed: str
) -> None:
    person = ada()
    join(client, email=typed)
    assert Person.objects.count() == 1
    assert set(Letter.objects.values_list("to", flat=True)) <= {person.email}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"name": ""}, "id_name_error"),
        ({"name": "\x01\x02"}, "id_name_error"),
        ({"name": "…"}, "id_name_error"),
        ({"name": "a" * 10_000}, "id_name_error"),
        ({"email": "dora@"}, "id_email_error"),
        ({"password1": "corta"}, "id_password1_error"),
        ({"password1": "password123"}, "id_password1_error"),
        ({"password1": "a1" * 64 + "b"}, "id_password1_error"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_written(
    client: Client, changed: dict[str, str], fault: str
) -> None:
    answer = client.post(
        "/en/people/join/",
        {"name": "Dora", "email": ADDRESS, "password1": PASSWORD} | changed,
    )
    page = answer.content.decode()
    assert f'id="{fault}"' in page
    assert "Please check what you typed" in page
    assert not Person.objects.exists()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("password", ["  pere e mele  ", "🍐" * 12, "ü" * 128, "a b" * 30])
def test_A11_a_password_is_taken_as_typed(client: Client, password: str) -> None:
    join(client, password1=password)
    client.post(CONFIRMATION, {"code": code_in(newest(ADDRESS))})
    assert sign_in(Client(), ADDRESS, password)["Location"] == "/it/people/"
    assert sign_in(Client(), ADDRESS, password[:-1]).status_code == 200
