"""Somebody says something under a campaign."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from colletta.campaigns.models import Campaign, State
from colletta.community.actions.hide_comment import hide_comment
from colletta.community.actions.make_comment import NobodyTalksHere, TooManyComments
from colletta.community.models import Comment
from colletta.history.clock import now
from colletta.history.models import Fact
from tests.cast import ada, approved_campaign, bruno, live_campaign
from tests.community.talk import in_the_team, said

pytestmark = pytest.mark.django_db


def test_a_comment_stands_under_its_campaign_and_is_told() -> None:
    campaign = live_campaign()
    comment = said(campaign)
    assert (comment.name, comment.text) == ("Bruno Riva", "Che bello!")
    fact = Fact.objects.get(kind="comment.published")
    assert (fact.about, fact.details) == (str(comment), {"campaign": campaign.pk})


def test_an_answer_to_an_answer_joins_the_thread() -> None:
    campaign = live_campaign()
    first = said(campaign)
    answer = said(campaign, "Grazie!", ada(), parent_id=first.pk)
    assert said(campaign, "Prego!", parent_id=answer.pk).parent == first


def test_the_database_knows_one_level() -> None:
    campaign = live_campaign()
    first = said(campaign)
    answer = said(campaign, "Grazie!", parent_id=first.pk)
    other = said(live_campaign(slug="altrove"))
    for parent in (answer, other):
        with pytest.raises(IntegrityError), transaction.atomic():
            Comment.objects.create(
                campaign=campaign, name="Bruno", text="Ciao", parent=parent, published_at=now()
            )


def test_what_nobody_can_read_is_not_answered() -> None:
    campaign = live_campaign()
    first = said(campaign)
    hide_comment(comment_id=first.pk, by=in_the_team(ada()), because="Fuori tema", at=now())
    with pytest.raises(Comment.DoesNotExist):
        said(campaign, parent_id=first.pk)
    elsewhere = said(live_campaign(slug="altrove"))
    with pytest.raises(Comment.DoesNotExist):
        said(campaign, parent_id=elsewhere.pk)


def test_A51_nobody_talks_where_a_campaign_was_stopped_or_is_not_public() -> None:
    campaign = live_campaign()
    Campaign.objects.filter(pk=campaign.pk).update(state=State.CANCELLED)
    with pytest.raises(NobodyTalksHere):
        said(campaign)
    with pytest.raises(Campaign.DoesNotExist):
        said(approved_campaign(slug="bozza"))
    assert not Comment.objects.exists()


def test_A35_who_writes_without_end_has_to_wait() -> None:
    campaign = live_campaign()
    for number in range(10):
        said(campaign, f"Ciao {number}")
    with pytest.raises(TooManyComments):
        said(campaign)
    said(campaign, by=ada())
    said(campaign, at=now() + timedelta(minutes=11))


def test_where_the_site_asks_for_it_a_first_comment_waits() -> None:
    campaign = live_campaign()
    first = said(campaign, first_waits=True)
    assert first.waits_since is not None
    assert not Comment.objects.published().exists()
    assert Fact.objects.filter(kind="comment.held").count() == 1
    mine = said(campaign, by=in_the_team(ada()), first_waits=True)
    assert mine.waits_since is None
    Comment.objects.filter(pk=first.pk).update(waits_since=None)
    assert said(campaign, by=bruno(), first_waits=True).waits_since is None
