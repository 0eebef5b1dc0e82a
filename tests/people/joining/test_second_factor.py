"""A second factor keeps out who has the password alone."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from colletta.people.joining.second_factor import SecondFactorAdapter
from tests.people.joining.mailbox import ada_at, newest, sign_in, words

pytestmark = pytest.mark.django_db
APP = "/it/people/second-factor/app/"
STEP = 30
ENOUGH = 5  # seconds in which a code is surely entered, on a busy machine too


def code_now(secret: str, *, steps: int = 0) -> str:
    """What the app shows (RFC 6238); one that is about to change is waited out."""
    left = STEP - time.time() % STEP
    if left < ENOUGH:
        time.sleep(left)
    return format_hotp_value(hotp_value(secret, int(time.time()) // STEP + steps))


def set_up(client: Client) -> str:
    """Ada sets up her app; gives the key that it keeps."""
    form = client.get(APP).context["form"]
    answer = client.post(APP, {"code": code_now(form.secret)})
    assert answer["Location"] == "/it/people/recovery-codes/"
    return str(form.secret)


def test_whoever_set_up_an_app_is_asked_for_its_code(
    client: Client, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        secret = set_up(ada_at(client))
    assert "aggiunta un’app" in newest("ada@posta.example").text
    door = Client()
    assert sign_in(door)["Location"] == "/it/people/sign-in/second-factor/"
    assert door.get("/it/people/").status_code == 302
    wrong = door.post("/it/people/sign-in/second-factor/", {"code": "000000"})
    assert "Questo codice non è giusto." in words(wrong)
    entered = door.post("/it/people/sign-in/second-factor/", {"code": code_now(secret)})
    assert entered["Location"] == "/it/people/"


def test_A10_a_code_opens_once(client: Client) -> None:
    secret = set_up(ada_at(client))
    doors = [Client(), Client()]
    for door in doors:
        sign_in(door)
    code = code_now(secret)
    answers = [door.post("/it/people/sign-in/second-factor/", {"code": code}) for door in doors]
    assert [one.status_code for one in answers] == [302, 200]


def test_a_recovery_code_opens_once(client: Client) -> None:
    set_up(ada_at(client))
    codes = client.get("/it/people/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10
    for expected in (302, 200):
        door = Client()
        sign_in(door)
        answer = door.post("/it/people/sign-in/second-factor/", {"code": codes[0]})
        assert answer.status_code == expected


def test_the_database_keeps_no_secret_in_clear(client: Client) -> None:
    secret = set_up(ada_at(client))
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert SecondFactorAdapter().decrypt(stored) == secret


def test_the_app_can_be_removed(client: Client) -> None:
    set_up(ada_at(client))
    assert client.get(f"{APP}removal/").status_code == 200
    client.post(f"{APP}removal/")
    assert not Authenticator.objects.exists()
    assert sign_in(Client())["Location"] == "/it/people/"


def test_the_square_is_drawn_without_another_address(client: Client) -> None:
    page = ada_at(client).get(APP).content.decode()
    assert "<svg" in page
    assert "data:image" not in page
    assert "<?xml" not in page


def test_a_passkey_is_asked_for_in_the_language_of_the_page(client: Client) -> None:
    page = ada_at(client).get("/it/people/passkeys/new/").content.decode()
    assert "Nome di questa passkey" in page
    assert "Fammi accedere solo con questa" in page
