"""Writing a comment, with and without being signed in."""

import pytest
from django.test import Client

from colletta.community.models import Comment
from tests.cast import PASSWORD, ada, bruno, live_campaign
from tests.community.talk import said
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/campaigns/orto-in-cortile/comments/"


def test_what_is_written_stands_on_the_list_and_on_the_campaigns_page(client: Client) -> None:
    live_campaign()
    client.force_login(bruno())
    answer = client.post(f"{ADDRESS}new/", {"text": "Porto la terra\n\nvera"})
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{ADDRESS}#comment-")
    client.logout()
    for page in (ADDRESS, "/it/campaigns/orto-in-cortile/"):
        assert "Bruno Riva" in words_of(client.get(page))
        assert "Porto la terra" in words_of(client.get(page))


def test_the_words_wait_while_somebody_signs_in(client: Client) -> None:
    live_campaign()
    person = bruno()
    sent = client.post(f"{ADDRESS}new/", {"text": "Vengo anch'io"})
    assert sent["Location"] == f"/it/people/sign-in/?next={ADDRESS}new/"
    signed_in = client.post(sent["Location"], {"login": person.email, "password": PASSWORD})
    assert signed_in["Location"] == f"{ADDRESS}new/"
    again = words_of(client.get(f"{ADDRESS}new/"))
    assert "Vengo anch'io" in again
    assert "Pubblica" in again
    client.post(f"{ADDRESS}new/", {"text": "Vengo anch'io"})
    assert Comment.objects.get().person == person
    assert "Vengo" not in client.get(f"{ADDRESS}new/").content.decode()


def test_an_answer_shows_what_it_answers_and_stands_below_it(client: Client) -> None:
    first = said(live_campaign(), "Chi porta la terra?")
    client.force_login(ada())
    address = f"{ADDRESS}new/?answer={first.pk}"
    assert "Chi porta la terra?" in words_of(client.get(address))
    client.post(address, {"text": "Io"})
    assert Comment.objects.get(text="Io").parent == first


@pytest.mark.parametrize("asked", ["0", "-1", "x", "9" * 30, "１"])
def test_an_answer_to_nothing_is_a_comment(client: Client, asked: str) -> None:
    live_campaign()
    client.force_login(bruno())
    assert client.get(f"{ADDRESS}new/", {"answer": asked}).status_code == 200


def test_bad_words_are_explained_and_kept(client: Client) -> None:
    live_campaign()
    client.force_login(bruno())
    typed = "www.a.example www.b.example www.c.example"
    answer = client.post(f"{ADDRESS}new/", {"text": typed})
    assert answer.status_code == 422
    assert "Al massimo 2 link" in words_of(answer)
    assert typed in answer.content.decode()
    trapped = client.post(f"{ADDRESS}new/", {"text": "Ciao", "website": "https://spam.example"})
    assert trapped.status_code == 422
    assert client.post(f"{ADDRESS}new/", {"text": "a" * 3001}).status_code == 422
    assert not Comment.objects.exists()


def test_a_first_comment_waits_where_the_site_says_so(client: Client, settings) -> None:
    settings.FIRST_COMMENTS_WAIT = True
    live_campaign()
    client.force_login(bruno())
    answer = client.post(f"{ADDRESS}new/", {"text": "Ciao"}, follow=True)
    assert "Aspetta" in words_of(answer)
    assert "Ciao" not in words_of(Client().get(ADDRESS))
