"""The page of a person who chose to show it."""

from uuid import uuid4

import pytest
from django.test import Client

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.people.actions.edit_profile import edit_profile
from colletta.people.models import Person
from tests.cast import ada, gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def shown(*, to_everybody: bool = True) -> Person:
    edit_profile(
        person_id=ada().pk,
        name="Ada Colombo",
        about="Faccio <script>orti</script>.",
        language="it",
        shown=to_everybody,
        at=now(),
    )
    return Person.objects.get(email_key=ada().email_key)


def test_nobody_sees_a_profile_until_it_is_shown(client: Client) -> None:
    hidden = shown(to_everybody=False)
    assert client.get(f"/it/people/{hidden.public_id}/").status_code == 404
    assert client.get(f"/it/people/{uuid4()}/").status_code == 404


def test_it_tells_name_about_and_campaigns_and_nothing_else(client: Client) -> None:
    person = shown()
    campaign = live_campaign()
    gift_of_bruno(campaign, email=person.email)
    Campaign.objects.filter(pk=campaign.pk).update(owner_organisation=None, owner_person=person)
    answer = client.get(f"/en/people/{person.public_id}/")
    page = answer.content.decode()
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not answer.cookies
    assert "Ada Colombo" in page
    assert "Un orto in cortile" in page
    assert "<script>orti" not in page
    assert "&lt;script&gt;orti" in page
    assert person.email not in page


def test_the_profile_is_edited_on_a_page_of_ones_own(client: Client) -> None:
    person = ada()
    client.force_login(person)
    answers = {"name": "Ada", "about": "Orti.", "language": "en", "shown": "on"}
    answer = client.post("/it/people/profile/", answers)
    assert answer["Location"] == "/it/people/profile/"
    page = client.get("/it/people/profile/").content.decode()
    assert "Il tuo profilo è salvato." in page
    assert f"/it/people/{person.public_id}/" in page
    assert client.post("/it/people/profile/", answers | {"name": " "}).status_code == 200


def test_A23_a_profile_takes_its_own_answers_alone(client: Client) -> None:
    person = ada()
    client.force_login(person)
    more = {"email": "x@posta.example", "is_active": "", "email_key": "x", "password": "x"}
    client.post("/it/people/profile/", {"name": "Ada", "language": "it"} | more)
    again = Person.objects.get(pk=person.pk)
    assert (again.email, again.is_active, again.password) == (person.email, True, person.password)
