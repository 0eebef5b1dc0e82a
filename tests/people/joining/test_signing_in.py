"""People sign in with a password or a code by mail, and sign out."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from colletta.history.models import Fact
from tests.cast import ada, joined
from tests.people.joining.mailbox import ada_at, code_in, newest, sign_in, words

pytestmark = pytest.mark.django_db
CODE = "/it/people/sign-in/code/"


def test_a_password_lets_in_and_signing_out_ends_it(client: Client) -> None:
    ada_at(client)
    cookie = client.cookies["colletta_session"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    page = client.get("/it/people/")
    assert (page["Cache-Control"], page["Referrer-Policy"]) == (
        "max-age=0, no-cache, no-store, must-revalidate, private",
        "same-origin",
    )
    assert client.get("/it/people/sign-out/").status_code == 200
    assert client.post("/it/people/sign-out/")["Location"] == "/it/"
    assert client.cookies["colletta_session"].value == ""
    assert client.get("/it/people/").status_code == 302


def test_A9_a_session_that_was_there_before_is_not_the_one_that_is_signed_in(
    client: Client,
) -> None:
    client.get(CODE)
    client.cookies["colletta_session"] = "a" * 32
    ada_at(client)
    assert client.cookies["colletta_session"].value != "a" * 32


@pytest.mark.parametrize("typed", ["ADA@Posta.Example", " ada@posta.example ", "ada@poſta.example"])
def test_the_address_may_be_typed_in_another_way(client: Client, typed: str) -> None:
    ada()
    assert sign_in(client, typed)["Location"] == "/it/people/"


def test_somebody_whose_address_was_loaded_with_capitals_is_found(client: Client) -> None:
    person = joined("Ines", "Ines@Posta.example")
    EmailAddress.objects.all().delete()
    client.post("/it/people/recovery/", {"email": "ines@posta.example"})
    letter = newest(person.email)
    assert (letter.to, letter.kind) == ("Ines@Posta.example", "recovery")


def test_A5_a_wrong_password_and_an_unknown_address_read_the_same(client: Client) -> None:
    ada()
    wrong = words(sign_in(client, password="un altro orto, forse"))
    unknown = words(sign_in(Client(), email="eva@posta.example"))
    assert wrong == unknown
    assert "L’indirizzo e-mail o la password non sono giusti." in wrong


def test_a_code_by_mail_lets_in_and_proves_the_mailbox(client: Client) -> None:
    person = ada()
    EmailAddress.objects.filter(user=person).update(verified=False)
    answer = client.post(CODE, {"email": "ADA@posta.example"})
    assert answer["Location"] == f"{CODE}confirmation/"
    letter = newest(person.email)
    assert letter.kind == "sign_in_code"
    assert "Hai ricevuto l’e-mail?" in words(client.get(f"{CODE}confirmation/"))
    done = client.post(f"{CODE}confirmation/", {"code": code_in(letter)})
    assert done["Location"] == "/it/people/"
    assert Fact.objects.get(kind="person.email_proved").about == f"person:{person.pk}"


def test_A5_a_code_is_promised_to_an_unknown_address_as_well(client: Client) -> None:
    ada()
    known = client.post(CODE, {"email": "ada@posta.example"})
    page = words(client.get(f"{CODE}confirmation/"))
    other = Client()
    unknown = other.post(CODE, {"email": "eva@posta.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    mirrored = words(other.get(f"{CODE}confirmation/")).replace("eva@", "ada@")
    assert mirrored == page
    assert newest("eva@posta.example").kind == "nobody_here"


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_A20_nobody_is_led_elsewhere_after_signing_in(client: Client, onward: str) -> None:
    ada()
    answers = {"login": "ada@posta.example", "password": "un orto di cavoli neri", "next": onward}
    assert client.post("/it/people/sign-in/", answers)["Location"] == "/it/people/"


def test_the_way_one_came_from_is_kept(client: Client) -> None:
    ada()
    asked = client.get("/it/people/security/")["Location"]
    assert asked == "/it/people/sign-in/?next=/it/people/security/"
    assert "next=%2Fit%2Fpeople%2Fsecurity%2F" in client.get(asked).content.decode()
    answers = {"login": "ada@posta.example", "password": "un orto di cavoli neri"}
    done = client.post(asked, answers | {"next": "/it/people/security/"})
    assert done["Location"] == "/it/people/security/"


def test_too_many_tries_get_a_page_that_says_when_to_try_again(client: Client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    ada()
    sign_in(client, password="x")
    answer = sign_in(client, password="x")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    assert "Una piccola pausa" in words(answer)


def test_A2_a_header_of_the_visitor_does_not_change_who_is_counted(
    client: Client, settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    ada()
    sign_in(client, password="x")
    answers = {"login": "ada@posta.example", "password": "x"}
    headers = {"x-forwarded-for": "203.0.113.9"}
    assert client.post("/it/people/sign-in/", answers, headers=headers).status_code == 429


def test_A26_a_form_without_its_token_gets_a_kind_page() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = sign_in(strict)
    assert answer.status_code == 403
    assert "Rimandalo, per favore" in words(answer)
