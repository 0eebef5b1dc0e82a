"""What a case says of what it is about."""

import pytest

from colletta.community.cases import authors_of, place_of, words_of
from colletta.community.models import Case, Kind
from colletta.history.clock import now
from colletta.people.models import Membership
from tests.cast import ada, bruno, circolo_aurora, gift_of_bruno, live_campaign
from tests.community.talk import said

pytestmark = pytest.mark.django_db


def test_a_comment_is_quoted_as_it_was_typed() -> None:
    case = Case(kind=Kind.COMMENT, comment=said(live_campaign(), "1 < 2 <b>ora</b> & qui"))
    assert words_of(case) == "1 < 2 <b>ora</b> & qui"
    assert [one.email for one in authors_of(case)] == [bruno().email]


def test_stories_and_updates_are_quoted_without_their_markup() -> None:
    campaign = live_campaign()
    assert words_of(Case(kind=Kind.CAMPAIGN, campaign=campaign)).endswith(
        "Tre vasche, una compostiera."
    )
    news = campaign.updates.create(
        name="n", language="it", titles={"it": "Ecco"}, texts={"it": "<p>A &amp; B</p>"},
        published_at=now(),
    )  # fmt: skip
    case = Case(kind=Kind.UPDATE, update=news)
    assert words_of(case) == "Ecco\nA & B"
    assert place_of(case) == "campaigns/orto-in-cortile/#updates"


def test_the_team_answers_for_a_campaign_and_without_one_its_mailbox() -> None:
    case = Case(kind=Kind.CAMPAIGN, campaign=live_campaign())
    assert [one.email for one in authors_of(case)] == ["ciao@aurora.example"]
    Membership.objects.create(organisation=circolo_aurora(), person=ada(), role="owner")
    assert [one.email for one in authors_of(case)] == ["ada@posta.example"]


def test_a_guest_answers_for_the_name_beside_their_gift() -> None:
    case = Case(kind=Kind.PLEDGE, pledge=gift_of_bruno(live_campaign()))
    assert [one.email for one in authors_of(case)] == ["bruno@posta.example"]
    assert place_of(case) == "campaigns/orto-in-cortile/supporters/"
