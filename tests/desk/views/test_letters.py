"""The desk looks at every letter before anybody gets it."""

import pytest
from django.test import Client

from colletta.mail.kinds import KINDS
from colletta.mail.models import Letter
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
PAGES = ("", "pledges.receipt/", "pledges.receipt/html/")


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_learns_that_it_exists(client: Client, page: str) -> None:
    assert client.get(f"/en/desk/letters/{page}").status_code == 302
    client.force_login(bruno())
    assert client.get(f"/en/desk/letters/{page}").status_code == 404


@pytest.mark.parametrize("role", ["operator", "moderator", "treasurer"])
def test_every_kind_is_listed_with_who_gets_it(client: Client, role: str) -> None:
    at_the_desk(client, role)
    answer = client.get("/it/desk/letters/")
    body = answer.content.decode()
    assert all(f"/it/desk/letters/{kind}/" in body for kind in KINDS)
    words = words_of(answer)
    assert "Quello che arriva sempre" in words
    assert "Chi segue una campagna" in words


def test_a_letter_is_shown_in_both_languages_as_text_and_in_a_frame(client: Client) -> None:
    at_the_desk(client, "operator")
    answer = client.get("/it/desk/letters/pledges.receipt/?in=en&case=1")
    words = words_of(answer)
    assert "thank you! Your gift of €50.00 for “A garden in the courtyard”" in words
    assert "The target was reached" in words
    assert 'src="html/?in=en&amp;case=1"' in answer.content.decode()
    assert "sandbox></iframe>" in answer.content.decode()


def test_the_frame_may_do_nothing(client: Client) -> None:
    at_the_desk(client, "operator")
    looks = client.get("/it/desk/letters/mail.digest/html/")
    policy = looks["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'none'" in policy
    assert looks["X-Frame-Options"] == "SAMEORIGIN"
    assert looks.content.decode().count("<!doctype") == 1


def test_nothing_of_real_people_is_shown(client: Client) -> None:
    gift_of_bruno(live_campaign(), name="Lucia Vera", email="lucia@posta.example")
    assert Letter.objects.count() == 0  # a recorded gift had its receipt elsewhere
    at_the_desk(client, "operator")
    for page in PAGES:
        assert "Lucia" not in client.get(f"/it/desk/letters/{page}").content.decode()


@pytest.mark.parametrize(
    "wrong",
    ["nothing/", "pledges.receipt/?in=xx", "pledges.receipt/?case=9", "mail.digest/?case=x"],
)
def test_what_is_no_letter_is_not_found(client: Client, wrong: str) -> None:
    at_the_desk(client, "operator")
    assert client.get(f"/it/desk/letters/{wrong}").status_code == 404
