"""What a campaign tells is kept for as long as it tells the same."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import Model

from colletta.campaigns.models import (
    BudgetLine,
    Campaign,
    CampaignText,
    Cancellation,
    Closure,
    Question,
    Reward,
)
from colletta.community.models import Comment, Update
from colletta.history.clock import now
from colletta.pages.campaign.told import told_by
from colletta.people.models import Person
from tests.cast import approved_campaign, gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_what_is_told_is_read_once(django_assert_num_queries) -> None:
    live_campaign(slug="orto")
    first, _ = told_by("orto")
    with django_assert_num_queries(1):
        again, _ = told_by("orto")
    assert again is first


def test_a_gift_changes_nothing_that_is_told() -> None:
    campaign = live_campaign(slug="orto")
    first, _ = told_by("orto")
    gift_of_bruno(campaign)
    assert told_by("orto")[0] is first


def test_a_change_is_told_at_once() -> None:
    campaign = live_campaign(slug="orto")
    told_by("orto")
    CampaignText.objects.filter(campaign=campaign).update(title="Un orto più grande")
    text = told_by("orto")[0].campaign.text_in("it")
    assert text.title == "Un orto più grande"


def test_everything_on_the_page_is_in_the_digest() -> None:
    campaign = live_campaign(slug="orto")
    digests = {told_by("orto")[0].digest}
    rows = _rows(campaign)
    for row in rows:
        row.save()
        digests.add(told_by("orto")[0].digest)
    Person.objects.update(about={"it": "<p>Un’altra storia</p>"})
    digests.add(told_by("orto")[0].digest)
    assert len(digests) >= len(rows) + 1


def test_a_draft_is_not_told() -> None:
    Campaign.objects.filter(pk=approved_campaign().pk).update(slug="bozza")
    with pytest.raises(Campaign.DoesNotExist):
        told_by("bozza")


def test_what_changes_while_it_is_read_is_read_again() -> None:
    campaign = live_campaign(slug="orto")

    def meanwhile(execute: Any, statement: str, *more: Any) -> Any:
        answer = execute(statement, *more)
        if '"campaigns_reward"' in statement and not Question.objects.exists():
            Question.objects.create(campaign=campaign, position=1, questions={}, answers={})
            CampaignText.objects.update(title="Un orto più grande")
        return answer

    with connection.execute_wrapper(meanwhile):
        told, _ = told_by("orto")
    assert told.campaign.text_in("it").title == "Un orto più grande"


def _rows(campaign: Campaign) -> list[Model]:
    at = now()
    words = {"it": "Parole"}
    return [
        BudgetLine(campaign=campaign, position=1, names=words, notes={}, amount_minor=5000),
        Reward(campaign=campaign, position=1, names=words, price_minor=500),
        Question(campaign=campaign, position=1, questions=words, answers=words),
        Update(
            campaign=campaign, name="uno", language="it", titles=words, texts=words, published_at=at
        ),
        Comment(campaign=campaign, name="Bruno", text="Bravi", published_at=at),
        Closure(
            campaign=campaign,
            closed_at=at,
            promised_minor=0,
            raised_minor=0,
            supporters=0,
            reached=False,
        ),
        Cancellation(campaign=campaign, cancelled_at=at, reason="Piove"),
    ]
