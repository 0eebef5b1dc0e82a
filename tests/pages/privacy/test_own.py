"""What is held about whoever is signed in: seen, taken, erased."""

import io
import json
import time
import zipfile

import pytest
from allauth.account.internal.flows import login
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from colletta.people.models import Person
from tests.cast import PASSWORD, ada, bruno, gift_of_bruno, live_campaign, pledge_of_bruno
from tests.community.talk import said
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
PAGE = "/it/people/privacy/"


def signed_in(client: Client, person: Person, *, since: int = 0) -> Client:
    """With a proof of who it is, `since` seconds ago."""
    client.post("/it/people/sign-in/", {"login": person.email, "password": PASSWORD})
    session = client.session
    shown = {"method": "password", "at": time.time() - since, "reauthenticated": True}
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [shown]
    session.save()
    return client


def files_in(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def test_a_person_finds_it_from_their_own_page(client: Client) -> None:
    signed_in(client, bruno())
    assert PAGE in client.get("/it/people/").content.decode()
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "bruno@posta.example" in words_of(page)


def test_whoever_is_not_signed_in_is_shown_how_to_ask(client: Client) -> None:
    assert client.get(PAGE)["Location"] == f"{PAGE}asking/"


@pytest.mark.parametrize("address", ["export/", "erasure/"])
def test_A52_only_a_proof_of_a_moment_ago_opens_it(client: Client, address: str) -> None:
    assert client.get(f"{PAGE}{address}")["Location"].startswith("/it/people/sign-in/?next=")
    signed_in(client, bruno(), since=901)
    asked = client.get(f"{PAGE}{address}")
    assert asked["Location"].startswith("/it/people/identity/")
    assert Person.objects.get(pk=bruno().pk).erased_at is None


def test_A52_whoever_has_nothing_to_prove_it_with_signs_in_again(client: Client) -> None:
    person = bruno()
    person.set_unusable_password()
    person.save()
    client.force_login(person)
    asked = client.get(f"{PAGE}export/")
    assert asked["Location"].startswith("/it/people/sign-in/?next=")
    assert "_auth_user_id" not in client.session


def test_A52_the_file_holds_what_is_theirs_and_nothing_of_others(client: Client) -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk, message="Forza!")
    gift_of_bruno(campaign, name="Ida", email="ida@posta.example")
    said(campaign, "Che bello!", bruno())
    said(campaign, "Segreto di Ada", ada())
    answer = signed_in(client, bruno()).get(f"{PAGE}export/")
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    files = files_in(answer.content)
    assert "nessuno può leggere" in files["README.txt"]
    (pledge,) = json.loads(files["pledges.json"])["pledges"]
    assert (pledge["amount_minor"], pledge["message"]) == (2000, "Forza!")
    assert pledge["campaign"] == campaign.slug
    (comment,) = json.loads(files["talk.json"])["comments"]
    assert comment["text"] == "Che bello!"
    everything = "".join(files.values()).lower()
    assert "ida@" not in everything
    assert "segreto" not in everything
    assert bruno().password not in everything


def test_A52_after_the_erasure_nobody_is_signed_in_and_a_page_tells_what_was_kept(
    client: Client,
) -> None:
    gift_of_bruno(live_campaign(), person_id=bruno().pk)
    elsewhere = signed_in(Client(), bruno())
    signed_in(client, bruno())
    asked = words_of(client.get(f"{PAGE}erasure/"))
    assert "31 dicembre" in asked
    unticked = client.post(f"{PAGE}erasure/", {})
    assert unticked.status_code == 422
    done = client.post(f"{PAGE}erasure/", {"understood": "on"}, follow=True)
    assert "31 dicembre" in words_of(done)
    assert not UserSession.objects.exists()
    assert not Session.objects.exists()
    assert elsewhere.get("/it/people/").status_code == 302
    assert client.get("/it/people/").status_code == 302
    again = client.post(
        "/it/people/sign-in/", {"login": "bruno@posta.example", "password": PASSWORD}
    )
    assert again.status_code != 302 or "sign-in" in again["Location"]


def test_what_is_in_the_way_is_named_with_what_to_do(client: Client) -> None:
    pledge_of_bruno(live_campaign(), person_id=bruno().pk)
    signed_in(client, bruno())
    page = client.get(f"{PAGE}erasure/")
    assert "Un orto in cortile" in words_of(page)
    assert 'name="understood"' not in page.content.decode()
    refused = client.post(f"{PAGE}erasure/", {"understood": "on"})
    assert refused.status_code == 409
    assert Person.objects.get(pk=bruno().pk).erased_at is None
