"""What arrives in a mailbox of the cast, and what people do with it."""

import re
from typing import Any

from django.test import Client
from django.utils.html import strip_tags

from colletta.mail.models import Letter
from tests.cast import PASSWORD, ada

ADDRESS = "dora@posta.example"
NEW_PASSWORD = "sette gatti sul tetto"
CODE = re.compile(r"^\w{4,}-?\w{2,}$", re.MULTILINE)


def newest(to: str) -> Letter:
    """The letter that was written last to an address."""
    found = Letter.objects.filter(to=to).order_by("pk").last()
    assert found is not None, f"no letter to {to}: {list(Letter.objects.values_list('to', 'kind'))}"
    return found


def code_in(letter: Letter) -> str:
    """The code that stands on a line of its own."""
    found = CODE.search(letter.text)
    assert found, letter.text
    return found[0]


def link_in(letter: Letter) -> str:
    """The path of the only link that is not the site's front page."""
    paths = re.findall(r"https?://[^/\s]+(/\S+)", letter.text)
    assert paths, letter.text
    return str(paths[0])


def join(client: Client, *, email: str = ADDRESS, name: str = "Dora Bianchi", **more: str) -> Any:
    """Sends the form of joining."""
    answers = {"name": name, "email": email, "password1": PASSWORD}
    return client.post("/it/people/join/", answers | more)


def sign_in(client: Client, email: str = "ada@posta.example", password: str = PASSWORD) -> Any:
    """Sends the form of signing in."""
    return client.post("/it/people/sign-in/", {"login": email, "password": password})


def ada_at(client: Client) -> Client:
    """Ada signed in with her password just now."""
    ada()
    assert sign_in(client).status_code == 302
    return client


def words(answer: Any) -> str:
    """The text of a page, in one line."""
    page = re.sub(r"<head>.*?</head>", "", answer.content.decode(), flags=re.DOTALL)
    return " ".join(strip_tags(page).split())
