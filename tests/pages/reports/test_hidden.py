"""What a moderator hides leaves every public page that showed it, and comes back."""

import pytest
from django.test import Client

from colletta.community.actions.decide_case import decide_case
from colletta.community.models import Case, Decision, Kind
from colletta.history.clock import now
from colletta.people.actions.edit_profile import edit_profile
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.community.reporting import moderator
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
PAGE = "/en/campaigns/orto-in-cortile/"


def decide(kind: Kind, thing: object, decision: Decision) -> None:
    case = Case.objects.create(kind=kind, **{kind.value: thing})
    decide_case(
        case_id=case.pk, decision=decision, because="It deceives.", by=moderator(), at=now()
    )


def test_an_update(client: Client) -> None:
    news = live_campaign().updates.create(
        name="news",
        language="it",
        titles={"it": "Abbiamo vinto"},
        texts={"it": "<p>Evviva.</p>"},
        published_at=now(),
        told_at=now(),
    )
    assert "Abbiamo vinto" in words_of(client.get(PAGE))
    decide(Kind.UPDATE, news, Decision.HIDDEN)
    assert "Abbiamo vinto" not in words_of(client.get(PAGE))
    decide(Kind.UPDATE, news, Decision.KEPT)
    assert "Abbiamo vinto" in words_of(client.get(PAGE))


def test_A36_a_name_on_the_wall_with_its_message(client: Client) -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign, name="Casino Royale", show_name=True, show_amount=True)
    for address in (PAGE, f"{PAGE}supporters/"):
        assert "Casino Royale" in words_of(client.get(address))
    decide(Kind.PLEDGE, gift, Decision.HIDDEN)
    for address in (PAGE, f"{PAGE}supporters/"):
        assert "Casino Royale" not in words_of(client.get(address))
        assert "Anonymous supporter" in words_of(client.get(address))


def test_a_profile(client: Client) -> None:
    edit_profile(person_id=bruno().pk, name="Bruno", about="", language="it", shown=True, at=now())
    address = f"/en/people/{bruno().public_id}/"
    assert client.get(address).status_code == 200
    decide(Kind.PERSON, bruno(), Decision.HIDDEN)
    assert client.get(address).status_code == 404


def test_a_campaign_is_paused_and_takes_no_gift(client: Client) -> None:
    campaign = live_campaign()
    decide(Kind.CAMPAIGN, campaign, Decision.HIDDEN)
    assert "This campaign is paused while we look into a question." in words_of(client.get(PAGE))
    form = client.get(f"{PAGE}pledges/new/")
    assert 'name="email"' not in form.content.decode()
    decide(Kind.CAMPAIGN, campaign, Decision.KEPT)
    assert "paused" not in words_of(client.get(PAGE))
