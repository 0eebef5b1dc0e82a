"""All money is stopped, and let go again, at the desk."""

import pytest
from django.test import Client

from colletta.ledger.models import Freeze
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
MONEY = "/en/desk/money/"


def test_an_operator_stops_it_and_lets_it_go(client: Client) -> None:
    carla = at_the_desk(client, "operator")
    stopped = client.post(MONEY, {"reason": "Something is odd."}, follow=True)
    assert "Money is stopped." in words_of(stopped)
    switch = Freeze.objects.get()
    assert (switch.reason, switch.by) == ("Something is odd.", f"person:{carla.pk}")
    assert "Let money move again" in words_of(client.get(MONEY))
    going = client.post(MONEY, {"reason": "It was a typo."}, follow=True)
    assert "Money may move again." in words_of(going)
    assert Freeze.objects.get().frozen_at is None


def test_without_a_reason_nothing_happens(client: Client) -> None:
    at_the_desk(client, "operator")
    assert client.post(MONEY, {"reason": ""}).status_code == 400
    assert Freeze.objects.get().frozen_at is None


@pytest.mark.parametrize("role", ["treasurer", "moderator"])
def test_nobody_else_can(client: Client, role: str) -> None:
    at_the_desk(client, role)
    assert client.post(MONEY, {"reason": "Something is odd."}).status_code == 404
    assert Freeze.objects.get().frozen_at is None
