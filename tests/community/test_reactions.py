"""What followers hear of, soon after it happened."""

from datetime import timedelta

import pytest
from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.actions.end_follow import end_follow
from colletta.community.actions.note_milestones import note_milestones
from colletta.community.models import Follow, Update
from colletta.community.reactions import (
    tell_of_a_match,
    tell_of_an_update,
    tell_of_the_end,
    tell_of_the_last_days,
    tell_of_the_target,
    tell_whoever_is_answered,
)
from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.history.models import Delivery, Fact
from colletta.mail.models import Letter
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import (
    ada,
    bruno,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
    match_of_delta,
)
from tests.community.followers import follower
from tests.community.talk import said

pytestmark = pytest.mark.django_db


def letters(kind: str) -> list[Letter]:
    return list(Letter.objects.filter(kind=f"community.follow_{kind}").order_by("pk"))


def fact(kind: str) -> Fact:
    return Fact.objects.filter(kind=kind).latest("pk")


def update_of(campaign: Campaign) -> Update:
    update = Update.objects.create(
        campaign=campaign,
        name="terra",
        language="it",
        titles={"it": "È arrivata la terra"},
        texts={"it": "<p>Ciao</p>"},
        published_at=now(),
        told_at=now(),
    )
    with transaction.atomic():
        record("update.published", about=str(update), details={"campaign": campaign.pk})
    return update


def test_an_update_is_told_once_with_a_way_out() -> None:
    campaign = live_campaign()
    follower(campaign)
    update_of(campaign)
    for _ in range(2):
        tell_of_an_update(fact("update.published"))
    (letter,) = letters("update")
    assert letter.subject == "È arrivata la terra"
    assert letter.unsubscribe.endswith("/updates/end/")
    assert letter.unsubscribe.removesuffix("updates/end/") in letter.text
    assert "/it/follows/" in letter.text


def test_the_target_and_the_last_days_are_told_with_their_instant() -> None:
    campaign = live_campaign(closes_at=now() + timedelta(hours=47))
    follower(campaign)
    gift_of_bruno(campaign, "1000.00")
    note_milestones(at=now())
    tell_of_the_target(fact("campaign.reached"))
    tell_of_the_last_days(fact("campaign.ending"))
    assert len(letters("reached")) == len(letters("ending")) == 1
    note_milestones(at=now())
    assert Fact.objects.filter(kind="campaign.ending").count() == 1


def test_a_match_is_told_when_it_unlocks() -> None:
    campaign = live_campaign()
    follower(campaign)
    match_of_delta(campaign)
    gift_of_bruno(campaign, "500.00")
    evaluate_matches(campaign_id=campaign.pk, at=now())
    tell_of_a_match(fact("match.unlocked"))
    assert "Fondazione Delta" in letters("match")[0].subject


def test_the_end_is_told_whichever_it_was() -> None:
    over, off = live_campaign(), live_campaign(slug="altrove")
    follower(over), follower(off)
    let_the_closing_come(over)
    close_campaign(campaign_id=over.pk, at=now())
    tell_of_the_end(fact("campaign.closed"))
    cancel_campaign(campaign_id=off.pk, at=now(), reason="Non si può")
    tell_of_the_end(fact("campaign.cancelled"))
    subjects = [letter.subject for letter in letters("ended")]
    assert subjects == ["«Un orto in cortile» è finita", "«Un orto in cortile» è stata annullata"]


def test_whoever_stopped_or_did_not_choose_it_hears_nothing() -> None:
    campaign = live_campaign()
    end_follow(follow_id=follower(campaign).pk, at=now())
    other = follower(campaign, "bruna@posta.example")
    Follow.objects.filter(pk=other.pk).update(news=["ended"])
    update_of(campaign)
    tell_of_an_update(fact("update.published"))
    assert letters("update") == []


def test_a_hidden_update_is_not_told() -> None:
    campaign = live_campaign()
    follower(campaign)
    update = update_of(campaign)
    Update.objects.filter(pk=update.pk).update(hidden_at=now(), hidden_because="Fuori tema")
    tell_of_an_update(fact("update.published"))
    assert letters("update") == []


def test_a_campaign_that_nobody_follows_makes_no_work() -> None:
    update_of(live_campaign())
    assert not Delivery.objects.filter(subscriber__contains="community").exists()


def test_whoever_is_answered_hears_of_it_once_and_of_their_own_words_never() -> None:
    campaign = live_campaign()
    first = said(campaign, "Serve aiuto?", by=bruno())
    said(campaign, "Rispondo a me", by=bruno(), parent_id=first.pk)
    tell_whoever_is_answered(fact("comment.published"))
    answer = said(campaign, "Sì, sabato!", by=ada(), parent_id=first.pk)
    for _ in range(2):
        tell_whoever_is_answered(fact("comment.published"))
    letter = Letter.objects.get(kind="community.comment_answered")
    assert (letter.to, letter.subject) == (
        bruno().email,
        "Ada Colombo ha risposto al tuo commento",
    )
    assert "Sì, sabato!" in letter.text
    assert f"#comment-{answer.pk}" in letter.text
    assert letter.unsubscribe.endswith("/comments/end/")


def test_a_comment_that_answers_nobody_saves_the_journey() -> None:
    said(live_campaign())
    assert not Delivery.objects.filter(subscriber__endswith="whoever_is_answered").exists()
