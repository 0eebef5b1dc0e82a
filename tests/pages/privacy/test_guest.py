"""What is held about whoever opened the link of their mail."""

import json
import re

import pytest
from django.test import Client

from colletta.mail.models import Letter
from colletta.pledges.models import Pledge
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.pages.privacy.test_own import files_in
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ASKING = "/it/people/privacy/asking/"


def link_for(client: Client, email: str) -> str:
    client.post(ASKING, {"email": email})
    letter = Letter.objects.filter(kind="privacy.link").latest("pk")
    (path,) = re.findall(r"(/it/people/privacy/links/\S+/)", letter.text)
    return str(path)


def test_the_page_says_the_same_of_every_address(client: Client) -> None:
    gift_of_bruno(live_campaign())
    known = client.post(ASKING, {"email": "bruno@posta.example"})
    unknown = client.post(ASKING, {"email": "nobody@posta.example"})
    assert known.status_code == unknown.status_code == 200
    assert words_of(known).replace("bruno@", "") == words_of(unknown).replace("nobody@", "")


def test_what_is_no_address_is_told_beside_the_field(client: Client) -> None:
    page = client.post(ASKING, {"email": "bruno"})
    assert page.status_code == 422
    assert 'value="bruno"' in page.content.decode()
    assert not Letter.objects.exists()


def test_a_guest_sees_takes_and_erases_what_is_theirs(client: Client) -> None:
    gift_of_bruno(live_campaign(), message="Forza!")
    link = link_for(client, "bruno@posta.example")
    assert client.get(link).status_code == 200
    files = files_in(client.get(f"{link}export/").content)
    assert json.loads(files["pledges.json"])["pledges"][0]["message"] == "Forza!"
    done = client.post(f"{link}erasure/", {"understood": "on"}, follow=True)
    assert done.status_code == 200
    assert Pledge.objects.get().email == ""
    assert client.get(link).status_code == 404
    assert client.get(f"{link}export/").status_code == 404


def test_A52_the_link_of_one_mailbox_opens_nothing_of_another(client: Client) -> None:
    gift_of_bruno(live_campaign())
    link = link_for(client, "nobody@posta.example")
    assert "bruno" not in words_of(client.get(link)).lower()
    assert "pledges.json" not in files_in(client.get(f"{link}export/").content)


def test_A52_a_link_opens_nothing_of_a_person_who_signs_in(client: Client) -> None:
    """The mailbox became a person's after the link was mailed."""
    gift_of_bruno(live_campaign(), person_id=None)
    link = link_for(client, "bruno@posta.example")
    Pledge.objects.update(person=bruno())
    assert "pledges.json" not in files_in(client.get(f"{link}export/").content)


@pytest.mark.parametrize("more", ["", "export/", "erasure/"])
def test_a_made_up_link_opens_nothing(client: Client, more: str) -> None:
    assert client.get(f"/it/people/privacy/links/made-up-made-up/{more}").status_code == 404


def test_a_made_up_end_tells_nothing(client: Client) -> None:
    assert client.get("/it/people/privacy/erased/made-up/").status_code == 404
