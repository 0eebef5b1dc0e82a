"""One comment with what its reader can do about it."""

from datetime import timedelta

import pytest
from django.test import Client

from colletta.community.models import Comment
from colletta.history.clock import now
from colletta.people.models import Person
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.talk import in_the_team, said
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


def address(comment: Comment, rest: str = "") -> str:
    return f"/it/campaigns/{comment.campaign.slug}/comments/{comment.pk}/{rest}"


def as_person(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_its_author_mends_it_and_takes_it_back(client: Client) -> None:
    comment = said(live_campaign())
    mine = as_person(bruno())
    assert mine.post(address(comment), {"text": "Che bella!"}).status_code == 302
    assert "Che bella!" in words_of(client.get(address(comment)))
    assert mine.post(address(comment, "deletion/")).status_code == 302
    assert client.get(address(comment)).status_code == 404


def test_after_a_quarter_of_an_hour_the_words_stay_and_the_form_says_so() -> None:
    comment = said(live_campaign(), at=now() - timedelta(minutes=16))
    answer = as_person(bruno()).post(address(comment), {"text": "Un altro"})
    assert answer.status_code == 422
    assert "Il quarto d’ora per le modifiche è passato." in words_of(answer)
    comment.refresh_from_db()
    assert comment.text == "Che bello!"


def test_the_campaigns_people_hide_it_and_show_it_again(client: Client) -> None:
    comment = said(live_campaign())
    team = as_person(in_the_team(ada()))
    assert team.post(address(comment, "hiding/"), {"because": ""}).status_code == 422
    team.post(address(comment, "hiding/"), {"because": "Fuori tema"})
    assert client.get(address(comment)).status_code == 404
    listed = words_of(client.get(f"/it/campaigns/{comment.campaign.slug}/comments/"))
    assert "Fuori tema" in listed
    assert "Che bello!" not in listed
    assert "Fuori tema" in words_of(as_person(bruno()).get(address(comment)))
    team.post(address(comment, "showing/"))
    assert "Che bello!" in words_of(client.get(address(comment)))


def test_A21_strangers_can_do_nothing(client: Client) -> None:
    comment = said(live_campaign())
    in_the_team(ada())
    stranger = as_person(carla())
    assert stranger.post(address(comment), {"text": "Male"}).status_code == 404
    assert stranger.post(address(comment, "deletion/")).status_code == 404
    assert stranger.post(address(comment, "hiding/"), {"because": "Male"}).status_code == 404
    assert stranger.post(address(comment, "showing/")).status_code == 404
    for rest in ("deletion/", "hiding/", "showing/"):
        assert client.post(address(comment, rest)).status_code == 302  # to sign in
    assert client.post(address(comment), {"text": "Male"}).status_code == 404
    comment.refresh_from_db()
    assert (comment.text, comment.hidden_at) == ("Che bello!", None)


def test_A38_a_moderator_hides_and_shows_with_a_second_factor_alone(client: Client) -> None:
    comment = said(live_campaign())
    at_the_desk(client, "moderator", factor=False)
    assert "Nascondi" not in words_of(client.get(address(comment)))
    assert client.post(address(comment, "hiding/"), {"because": "No"}).status_code == 404
    at_the_desk(client, "moderator")
    assert "Nascondi" in words_of(client.get(address(comment)))
    client.post(address(comment, "hiding/"), {"because": "Pubblicità"})
    comment.refresh_from_db()
    assert comment.hidden_because == "Pubblicità"
    client.post(address(comment, "showing/"))
    comment.refresh_from_db()
    assert comment.hidden_at is None


def test_a_comment_has_its_address_under_its_own_campaign_alone(client: Client) -> None:
    comment = said(live_campaign())
    live_campaign(slug="altrove")
    assert client.get(address(comment).replace("orto-in-cortile", "altrove")).status_code == 404
