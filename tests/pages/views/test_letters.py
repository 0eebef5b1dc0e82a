"""The outbox of a demonstration, for all to read."""

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from colletta.limits.actions.mail_code import mail_code
from colletta.mail.models import Letter
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings: Settings) -> None:
    settings.COLLETTA_DEMO = True


@pytest.fixture
def letter() -> Letter:
    with transaction.atomic():
        mail_code(email="bruno@posta.example", language="it")
    return Letter.objects.get()


def test_the_newest_letters_are_listed(client: Client, letter: Letter) -> None:
    answer = client.get("/en/_letters/")
    assert letter.subject in words_of(answer)
    assert "to bruno@posta.example" in words_of(answer)
    assert "no-store" in answer["Cache-Control"]


def test_only_those_to_one_address_are_asked_for(client: Client, letter: Letter) -> None:
    assert letter.subject in words_of(client.get("/en/_letters/?to=BRUNO@posta.example"))
    other = words_of(client.get("/en/_letters/?to=ada@posta.example"))
    assert letter.subject not in other
    assert "No letter has been written yet" in other


def test_a_letter_is_read_as_text_and_as_it_looks(client: Client, letter: Letter) -> None:
    text = client.get(f"/it/_letters/{letter.pk}/")
    assert "stai per sostenere un progetto" in words_of(text)
    looks = client.get(f"/it/_letters/{letter.pk}/html/")
    assert looks.content.decode() == letter.html
    assert "script-src 'none'" in looks["Content-Security-Policy"]
    assert looks["X-Frame-Options"] == "SAMEORIGIN"


def test_an_unknown_letter_is_not_found(client: Client) -> None:
    assert client.get("/it/_letters/4711/").status_code == 404


def test_a_real_site_has_no_such_page(client: Client, letter: Letter, settings: Settings) -> None:
    settings.COLLETTA_DEMO = False
    assert client.get("/it/_letters/").status_code == 404
    assert client.get(f"/it/_letters/{letter.pk}/html/").status_code == 404
