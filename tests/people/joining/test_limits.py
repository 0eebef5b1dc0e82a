"""Limits hold across processes: two real servers on one database count together."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

import pytest
from allauth.core import context as asking
from django.core.cache import cache
from django.test import RequestFactory
from pytest_django import DjangoDbBlocker

from colletta.mail.models import Letter
from colletta.people.joining.adapter import JoiningAdapter
from colletta.people.models import Person
from tests.browser.running_site import running_site
from tests.cast import PASSWORD, ada
from tests.database import Database, Databases, django_on
from tests.people.joining.visitor import post

SIGN_IN, RECOVERY, CODE = (
    "/it/people/sign-in/",
    "/it/people/recovery/",
    "/it/people/sign-in/code/",
)


@pytest.fixture(scope="module")
def two_servers(
    databases: Databases, home_with_static_files: Path
) -> Iterator[tuple[Database, list[str]]]:
    """Two processes on one database, for all that is tried here."""
    database = databases.clone()
    with ExitStack() as running:
        sites = [
            running.enter_context(running_site(database, home_with_static_files)) for _ in range(2)
        ]
        yield database, [site.url for site in sites]
    database.drop()


@pytest.fixture
def servers(
    two_servers: tuple[Database, list[str]], django_db_blocker: DjangoDbBlocker
) -> Iterator[Iterator[str]]:
    """The addresses of the two, in turns, which have counted nothing yet."""
    database, addresses = two_servers
    with django_db_blocker.unblock(), django_on(database.url("app")):
        yield cycle(addresses)
        cache.clear()
        Letter.objects.all().delete()
        Person.objects.all().delete()


def test_A4_wrong_passwords_for_one_person_are_counted_together(servers: Iterator[str]) -> None:
    person = ada()
    for number in range(5):
        post(next(servers), SIGN_IN, login=person.email, password=f"wrong-{number}-words")
    for _ in range(2):
        answer = post(next(servers), SIGN_IN, login=person.email, password=PASSWORD)
        assert answer.status_code == 200
        assert "Troppi tentativi" in answer.text


def test_A4_wrong_passwords_from_one_source_are_counted_together(servers: Iterator[str]) -> None:
    answers = [
        post(next(servers), SIGN_IN, login=f"p{n}@posta.example", password="wrong words")
        for n in range(12)
    ]
    assert ["Troppi tentativi" in answer.text for answer in answers] == [False] * 10 + [True] * 2


@pytest.mark.parametrize(("path", "most"), [(RECOVERY, 4), (CODE, 5)])
def test_A4_one_mailbox_is_not_flooded(servers: Iterator[str], path: str, most: int) -> None:
    person = ada()
    answers = [post(next(servers), path, email=person.email) for _ in range(most + 2)]
    codes = [answer.status_code for answer in answers]
    assert codes[:most] == [302] * most
    assert 302 not in codes[most:]
    assert Letter.objects.filter(to=person.email).count() == most
    last = answers[-1]
    if last.status_code == 429:
        assert 3000 < int(last.headers["Retry-After"]) <= 3601
        assert "Riprova fra 60 minuti" in last.text
        assert "no-store" in last.headers["Cache-Control"]


@pytest.mark.django_db
def test_A4_all_pages_together_do_not_flood_one_mailbox_either() -> None:
    """What strangers can cause ends; what tells a person of a change never does."""
    with asking.request_context(RequestFactory().post("/it/people/recovery/")):
        for _ in range(12):
            JoiningAdapter().send_mail("account/email/unknown_account", "eva@posta.example", {})
        assert Letter.objects.filter(to="eva@posta.example").count() == 10
        JoiningAdapter().send_mail("account/email/password_changed", "eva@posta.example", {})
        JoiningAdapter().send_mail("account/email/unknown_account", "dora@posta.example", {})
    assert Letter.objects.count() == 12
