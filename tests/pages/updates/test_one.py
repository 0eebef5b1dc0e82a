"""One update by itself."""

from datetime import timedelta

import pytest
from django.test import Client

from colletta.community.models import Update
from colletta.history.clock import now
from tests.cast import live_campaign
from tests.community.news import update_of_ada
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


def address(update: Update) -> str:
    return f"/it/campaigns/{update.campaign.slug}/updates/{update.pk}/"


def test_it_says_what_is_new_to_everybody_alike(client: Client) -> None:
    answer = client.get(address(update_of_ada(live_campaign())))
    assert "Sei sacchi." in words_of(answer)
    assert not answer.cookies


def test_what_waits_or_was_hidden_is_not_there(client: Client) -> None:
    campaign = live_campaign()
    waiting = update_of_ada(campaign, publish_at=now() + timedelta(days=1))
    hidden = update_of_ada(campaign)
    Update.objects.filter(pk=hidden.pk).update(hidden_at=now(), hidden_because="Fuori tema")
    for update in (waiting, hidden):
        assert client.get(address(update)).status_code == 404
    elsewhere = update_of_ada(live_campaign(slug="altrove"))
    wrong = address(elsewhere).replace("altrove", "orto-in-cortile")
    assert client.get(wrong).status_code == 404
