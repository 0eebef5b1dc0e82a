"""Everything that is said under a campaign."""

import pytest
from django.test import Client

from colletta.community.models import Comment
from colletta.history.clock import now
from colletta.pages.comments.listed import ON_A_PAGE, address_of
from tests.cast import approved_campaign, live_campaign
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/campaigns/orto-in-cortile/comments/"


def test_it_invites_where_nobody_spoke(client: Client) -> None:
    live_campaign()
    assert "Ancora nessun commento" in words_of(client.get(ADDRESS))


def test_long_talk_stands_on_pages_and_a_comment_is_found_there(client: Client) -> None:
    campaign = live_campaign()
    made = Comment.objects.bulk_create(
        Comment(campaign=campaign, name="Bruno", text=f"Voce {number}", published_at=now())
        for number in range(ON_A_PAGE + 1)
    )
    assert "Voce 0" not in words_of(client.get(ADDRESS)).split()
    oldest = address_of(campaign, made[0])
    assert oldest.endswith(f"/comments/?page=2#comment-{made[0].pk}")
    assert f'id="comment-{made[0].pk}"' in client.get(oldest).content.decode()
    assert address_of(campaign, made[-1]).endswith(f"/comments/#comment-{made[-1].pk}")


def test_what_is_not_public_has_no_talk(client: Client) -> None:
    approved_campaign()
    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}new/").status_code == 404


def test_the_page_is_the_same_for_everybody(client: Client) -> None:
    live_campaign()
    answer = client.get(ADDRESS)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
