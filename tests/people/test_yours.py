"""Where everything of a person's begins."""

import pytest
from django.test import Client

from colletta.people.actions.give_desk_role import give_desk_role
from colletta.people.models import DeskRole
from tests.cast import ada, carla

pytestmark = pytest.mark.django_db
PAGES = ["", "profile/", "security/", "address/", "password/", "sessions/", "second-factor/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_ones_own_asks_who_is_there(client: Client, address: str) -> None:
    answer = client.get(f"/it/people/{address}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/it/people/sign-in/?next=")
    assert "no-store" in answer["Cache-Control"]


def test_the_desk_is_offered_to_those_who_work_there(client: Client) -> None:
    client.force_login(ada())
    assert "/it/desk/" not in client.get("/it/people/").content.decode()
    give_desk_role(person_id=carla().pk, role=DeskRole.Role.MODERATOR)
    client.force_login(carla())
    assert "/it/desk/" in client.get("/it/people/").content.decode()
