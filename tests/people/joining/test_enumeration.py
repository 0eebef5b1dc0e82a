"""A5: nobody learns from an answer whether somebody joined, byte for byte."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from colletta.mail.models import Letter
from tests.cast import PASSWORD, ada

pytestmark = pytest.mark.django_db

# What differs by chance alone: tokens of forms, and the address that was typed.
CHANCE = re.compile(r'(csrfmiddlewaretoken" value=")[^"]+')
BLANK = {"Content-Length": "", "Expires": ""}
FORMS = {
    "join": {"name": "Dora Bianchi", "email": "", "password1": PASSWORD},
    "sign-in": {"login": "", "password": "non è questa, davvero"},
    "sign-in/code": {"email": ""},
    "recovery": {"email": ""},
}


def answer(page: str, address: str, language: str) -> tuple[object, ...]:
    """All that a stranger sees of the answer and of the page it leads to."""
    cache.clear()
    client = Client()
    said = {name: value or address for name, value in FORMS[page].items()}
    sent = client.post(f"/{language}/people/{page}/", said)
    seen = [sent]
    if sent.status_code == 302:
        seen.append(client.get(sent["Location"]))
    cookies = {name: len(cookie.value) for name, cookie in client.cookies.items()}
    shown = [
        (one.status_code, dict(one.headers) | BLANK, blank(one.content, address)) for one in seen
    ]
    return cookies, shown


def blank(content: bytes, address: str) -> str:
    return CHANCE.sub(r"\1", content.decode()).replace(address, "ADDRESS")


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_A5_the_answers_are_equal_byte_for_byte(form: str, language: str) -> None:
    ada()
    assert answer(form, "ada@posta.example", language) == answer(
        form, "eva@posta.example", language
    )


@pytest.mark.parametrize("form", FORMS)
def test_A5_the_same_number_of_letters_is_written(form: str) -> None:
    ada()
    for address in ("ada@posta.example", "eva@posta.example"):
        answer(form, address, "it")
    written = [Letter.objects.filter(to=f"{who}@posta.example").count() for who in ("ada", "eva")]
    assert written in ([1, 1], [0, 0])
    assert (written == [0, 0]) == (form == "sign-in")


def test_A5_who_joins_again_is_told_so_by_mail_alone() -> None:
    ada()
    answer("join", "ada@posta.example", "it")
    letter = Letter.objects.get()
    assert letter.kind == "here_already"
    assert "/people/sign-in/" in letter.text
