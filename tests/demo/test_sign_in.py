"""The word of the demonstration signs in its people, there and nowhere else."""

import importlib
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

import colletta.config.settings
from colletta.demo.cast import CARLA, OKSANA, WORD, Player
from colletta.demo.codes import code_of
from colletta.demo.gathering import gather
from tests.cast import bruno
from tests.pages.reading import words_of

BACKEND = "colletta.demo.sign_in.DemonstrationBackend"

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(settings: Settings) -> None:
    settings.COLLETTA_DEMO = True
    settings.AUTHENTICATION_BACKENDS = [*settings.AUTHENTICATION_BACKENDS, BACKEND]
    gather()


def sign_in(client: Client, email: str, password: str = WORD):
    return client.post("/en/people/sign-in/", {"login": email, "password": password})


@pytest.mark.usefixtures("demonstration")
def test_the_word_opens_a_persons_own_pages(client: Client) -> None:
    assert sign_in(client, OKSANA.email.upper()).status_code == 302
    assert OKSANA.name in words_of(client.get("/en/people/"))


@pytest.mark.usefixtures("demonstration")
def test_the_desk_opens_with_word_and_code(client: Client) -> None:
    answer = sign_in(client, CARLA.email)
    assert client.get("/en/desk/").status_code == 302
    client.post(answer["Location"], {"code": code_of(CARLA).digits})
    assert client.get("/en/desk/").status_code == 200


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("word", ["", "Whip-round", WORD + " "])
def test_another_word_opens_nothing(client: Client, word: str) -> None:
    sign_in(client, OKSANA.email, word)
    assert client.get("/en/people/").status_code == 302


@pytest.mark.usefixtures("demonstration")
def test_the_word_opens_nobody_who_joined_by_themselves(client: Client) -> None:
    sign_in(client, bruno().email)
    assert client.get("/en/people/").status_code == 302


@pytest.mark.usefixtures("demonstration")
def test_a_session_ends_with_the_demonstration(client: Client, settings: Settings) -> None:
    sign_in(client, OKSANA.email)
    settings.AUTHENTICATION_BACKENDS = settings.AUTHENTICATION_BACKENDS[:1]
    settings.COLLETTA_DEMO = False
    assert client.get("/en/people/").status_code == 302


@pytest.mark.usefixtures("demonstration")
def test_the_word_is_good_for_nothing_on_a_real_site(client: Client, settings: Settings) -> None:
    settings.COLLETTA_DEMO = False
    for player in (OKSANA, CARLA):
        _is_refused(client, player)
    settings.AUTHENTICATION_BACKENDS = settings.AUTHENTICATION_BACKENDS[:1]
    _is_refused(client, OKSANA)


def _is_refused(client: Client, player: Player) -> None:
    sign_in(client, player.email)
    assert client.get("/en/people/").status_code == 302


@pytest.mark.parametrize(("mode", "listed"), [("0", False), ("1", True)])
def test_settings_list_the_backend_in_a_demonstration_alone(
    mode: str, listed: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLLETTA_DEMO", mode)
    monkeypatch.setenv("COLLETTA_HOME", str(tmp_path))
    try:
        read = importlib.reload(colletta.config.settings)
        assert (BACKEND in read.AUTHENTICATION_BACKENDS) == listed
    finally:
        monkeypatch.undo()
        importlib.reload(colletta.config.settings)
