"""Receipts that the law keeps of supporters who were erased."""

import pytest
from django.test import Client

from colletta.history.clock import now
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of
from tests.privacy.asking import erased

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/receipts/"


def test_a_treasurer_reads_whose_gift_it_was_until_when(client: Client) -> None:
    gift_of_bruno(live_campaign(), person_id=bruno().pk)
    erased(bruno())
    at_the_desk(client, "treasurer")
    assert PAGE in client.get("/en/desk/").content.decode()
    words = words_of(client.get(PAGE))
    assert "Bruno · €20.00" in words
    assert f"until 31 December {now().year + 10}" in words


@pytest.mark.parametrize("role", ["moderator", "operator"])
def test_A52_nobody_else_at_the_desk_reads_them(client: Client, role: str) -> None:
    at_the_desk(client, role)
    assert client.get(PAGE).status_code == 404
    assert PAGE not in client.get("/en/desk/").content.decode()
