"""Every conversation of a person."""

import pytest
from django.test import Client

from tests.cast import bruno, live_campaign
from tests.community.letters import conversation_of_bruno
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/people/messages/"


def test_it_asks_to_sign_in_and_says_when_there_is_nothing(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302
    client.force_login(bruno())
    assert "Ancora nessun messaggio" in words_of(client.get(ADDRESS))


def test_many_conversations_take_no_more_queries(
    client: Client, django_assert_max_num_queries
) -> None:
    campaign = live_campaign()
    for _ in range(6):
        conversation_of_bruno(campaign, person_id=bruno().pk)
    client.force_login(bruno())
    with django_assert_max_num_queries(11):
        assert words_of(client.get(ADDRESS)).count("Circolo Aurora") == 6
