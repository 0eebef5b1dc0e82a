"""What a process keeps of pages."""

import pytest
from django.core.cache import caches
from django.test import Client

from colletta.pages.memory import forget_pages
from tests.cast import live_campaign

pytestmark = pytest.mark.django_db


def test_nothing_of_a_page_is_kept_once_it_is_to_be_forgotten(client: Client) -> None:
    campaign = live_campaign()
    client.get(f"/it/campaigns/{campaign.slug}/")
    assert "compostiera" in repr(vars(caches["fragments"]))
    forget_pages()
    assert "compostiera" not in repr(vars(caches["fragments"]))
    assert client.get(f"/it/campaigns/{campaign.slug}/").status_code == 200
