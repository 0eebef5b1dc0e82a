"""A partner tries a rule out."""

from typing import Any

import pytest
from django.test import Client

from colletta.matching.models import Call, Match, Partner
from colletta.people.models import Membership, Organisation, Person
from tests.cast import bruno, carla, fondazione_delta, gift_of_bruno, live_campaign
from tests.matching.calls import call_of_delta

pytestmark = pytest.mark.django_db

WHERE = "/en/partners/simulation/"
RULE: dict[str, Any] = {
    "pool": "1,000",
    "currency": "EUR",
    "threshold_share": "50",
    "gives": "gap-to-target",
}


def partner_of(person: Person) -> Partner:
    partner = fondazione_delta()
    partner.organisation = Organisation.objects.create(
        name="Fondazione Delta", slug="delta", contact_email="delta@posta.example"
    )
    partner.save(update_fields=["organisation"])
    Membership.objects.create(organisation=partner.organisation, person=person, role="treasurer")
    return partner


@pytest.fixture
def client() -> Client:
    client = Client()
    partner_of(carla())
    client.force_login(carla())
    return client


def page(client: Client, **given: Any) -> str:
    answer = client.get(WHERE, RULE | given)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_only_partners_see_it() -> None:
    client = Client()
    assert client.get(WHERE).status_code == 302
    client.force_login(bruno())
    assert client.get(WHERE).status_code == 404


def test_a_rule_is_tried_on_campaigns_of_the_site(client: Client) -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "600.00")
    told = page(client, campaigns=["orto-in-cortile"], invented="0")
    assert "Un orto in cortile" in told
    assert "Reached after 10 days" in told
    assert "You would pay €400." in told
    assert not Match.objects.exists()


def test_invented_gifts_are_the_same_for_whoever_opens_the_address(client: Client) -> None:
    terms = {"invented": "3", "target": "400", "people": "40", "median": "20", "days": "30"}
    first = page(client, seed="5", **terms)
    assert "Invented campaign 3" in first
    assert page(client, seed="5", **terms) == first
    assert page(client, seed="6", **terms) != first


def test_a_pool_that_does_not_bear_all_says_what_would_be_needed(client: Client) -> None:
    terms = {"invented": "3", "target": "800", "people": "40", "median": "20", "days": "30"}
    told = page(client, seed="5", **terms)
    assert "The pool of €1,000 does not bear all of them: €1,200 would be needed." in told
    assert "The pool does not bear it" in told


def test_the_rule_of_a_call_is_there_to_begin_with(client: Client) -> None:
    call: Call = call_of_delta(rule={"cap_minor": 123_400})
    answer = client.get(f"{WHERE}?call={call.slug}")
    assert 'value="€1,234"' in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"pool": "0", "invented": "1"}, "A pool is more than zero."),
        ({"gives": "ratio", "ratio": "11", "cap": "5"}, "at most 10"),
        ({"invented": "1", "target": "0", "median": "20"}, "Write a sum above zero."),
        ({"invented": "0"}, "Choose a campaign, or have some invented."),
        ({"invented": "21"}, "less than or equal to 20"),
        ({"campaigns": ["nessuno"]}, "nessuno"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    client: Client, given: dict[str, Any], reason: str
) -> None:
    answer = client.get(WHERE, RULE | given)
    assert answer.status_code == 422
    assert reason in answer.content.decode()
