"""What a signed-in person finds of their gifts."""

from datetime import timedelta

import pytest
from django.test import Client

from colletta.history.clock import now
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.models import State
from tests.cast import bruno, gift_of_bruno, live_campaign, pledge_of_bruno
from tests.pages.pledging.journeys import own_page
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/en/people/gifts/"


def test_gifts_stand_by_campaign_with_their_total_and_their_links(client: Client) -> None:
    person, campaign = bruno(), live_campaign()
    gift = gift_of_bruno(campaign, "20.00", person_id=person.pk)
    gift_of_bruno(campaign, "15.00", person_id=person.pk)
    _, refused = pledge_of_bruno(campaign, "50.00", person_id=person.pk)
    cancel_payment(payment_id=refused.pk, at=now(), into=State.REFUSED)
    client.force_login(person)
    answer = client.get(ADDRESS)
    text = words_of(answer)
    assert "€35 in all" in text
    assert "The payment did not go through" in text
    assert own_page(gift, "en") in answer.content.decode()


def test_without_gifts_it_invites(client: Client) -> None:
    client.force_login(bruno())
    assert "Find a project to support" in words_of(client.get(ADDRESS))


def test_gifts_made_with_the_address_of_somebody_are_not_theirs_yet(client: Client) -> None:
    person = bruno()
    gift_of_bruno(live_campaign(), "20.00", email=person.email)
    client.force_login(person)
    assert "€20" not in words_of(client.get(ADDRESS))


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert answer.status_code == 302
    assert "/people/sign-in/" in answer["Location"]


def test_it_is_private(client: Client) -> None:
    client.force_login(bruno())
    assert "no-store" in client.get(ADDRESS)["Cache-Control"]


def test_the_newest_gift_stands_first_whenever_it_was_recorded(client: Client) -> None:
    person, campaign = bruno(), live_campaign()
    gift_of_bruno(campaign, "20.00", person_id=person.pk)
    before = now() - timedelta(days=1)
    gift_of_bruno(campaign, "15.00", person_id=person.pk, made_at=before)
    client.force_login(person)
    text = words_of(client.get(ADDRESS))
    assert text.index("€20.00") < text.index("€15.00")
