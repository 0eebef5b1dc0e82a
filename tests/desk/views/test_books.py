"""Whether the books are true, on a page."""

import pytest
from django.test import Client

from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


def test_every_invariant_is_shown_with_its_answer(client: Client) -> None:
    at_the_desk(client, "treasurer")
    words = words_of(client.get("/en/desk/books/"))
    assert "Every sentence below is true at this moment." in words
    assert "holds What a campaign raised is the sum of its gifts." in words


def test_an_italian_reads_them_in_italian(client: Client) -> None:
    at_the_desk(client, "treasurer")
    words = words_of(client.get("/it/desk/books/"))
    assert "vale Quanto ha raccolto una campagna è la somma delle sue donazioni." in words


def test_a_moderator_has_no_business_there(client: Client) -> None:
    at_the_desk(client, "moderator")
    assert client.get("/en/desk/books/").status_code == 404
