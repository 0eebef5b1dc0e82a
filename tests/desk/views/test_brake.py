"""A brake is released at the desk, with a reason."""

import pytest
from django.test import Client

from colletta.limits.models import Brake
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def brake() -> Brake:
    return Brake.objects.create(subject="campaign:1", refusals=31)


def test_whoever_releases_it_says_why(client: Client, brake: Brake) -> None:
    carla = at_the_desk(client, "operator")
    address = f"/en/desk/brakes/{brake.pk}/release/"
    empty = client.post(address, {"reason": " "})
    assert empty.status_code == 400
    assert "Write a reason." in words_of(empty)
    done = client.post(address, {"reason": "A radio appeal."}, follow=True)
    assert "The brake is off." in words_of(done)
    brake.refresh_from_db()
    assert (brake.released_by, brake.reason) == (f"person:{carla.pk}", "A radio appeal.")


def test_one_that_was_released_meanwhile_is_said_so(client: Client, brake: Brake) -> None:
    at_the_desk(client, "operator")
    address = f"/en/desk/brakes/{brake.pk}/release/"
    client.post(address, {"reason": "A radio appeal."})
    assert "off already" in words_of(client.post(address, {"reason": "Again."}, follow=True))


def test_before_deciding_they_show_again_who_they_are(client: Client, brake: Brake) -> None:
    at_the_desk(client, "operator", since=3600)
    answer = client.post(f"/en/desk/brakes/{brake.pk}/release/", {"reason": "A radio appeal."})
    assert answer.status_code == 302
    assert "/people/identity/" in answer["Location"]
    brake.refresh_from_db()
    assert brake.released_at is None


def test_a_treasurer_cannot(client: Client, brake: Brake) -> None:
    at_the_desk(client, "treasurer")
    assert client.post(f"/en/desk/brakes/{brake.pk}/release/", {"reason": "x"}).status_code == 404
