"""Who reads what is told to supporters only: they, the campaign's people, moderators."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from colletta.campaigns.models import Campaign
from colletta.community.actions.make_comment import make_comment
from colletta.community.actions.make_report import NobodySeesIt, make_report
from colletta.community.cases import words_of
from colletta.community.models import Case, Comment, Kind, Readers, Reason, Update
from colletta.community.readers import (
    comments_read_by,
    reads_what_supporters_read,
    updates_read_by,
)
from colletta.history.clock import now
from colletta.people.models import Person
from colletta.pledges.models import Pledge
from tests.cast import ada, bruno, carla, gift_of_bruno, joined, live_campaign
from tests.community.news import update_of_ada
from tests.community.reporting import moderator
from tests.community.talk import in_the_team, said
from tests.people.teams import founded_by

pytestmark = pytest.mark.django_db


def eva() -> Person:
    return joined("Eva Lodi", "eva@posta.example")


def closed_update(campaign: Campaign) -> Update:
    return update_of_ada(campaign, readers=Readers.SUPPORTERS)


def test_A21_supporters_the_team_and_moderators_read_it_and_nobody_else() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk)
    update = closed_update(campaign)
    founded_by(eva())
    readers = {bruno(), ada(), in_the_team(carla(), "moderator")}
    assert all(reads_what_supporters_read(one, campaign) for one in readers)
    assert not reads_what_supporters_read(eva(), campaign)
    assert list(updates_read_by(bruno(), campaign)) == [update]
    assert not updates_read_by(eva(), campaign).exists()
    assert not Update.objects.told().exists()


def test_a_moderator_of_the_site_reads_at_the_desk_what_is_reported() -> None:
    campaign = live_campaign()
    assert not reads_what_supporters_read(moderator(), campaign)
    gift_of_bruno(campaign, person_id=bruno().pk)
    update = closed_update(campaign)
    about = Case(kind=Kind.UPDATE, update=update)
    terms: dict[str, Any] = {
        "email": "",
        "language": "it",
        "reason": Reason.SPAM,
        "text": "",
        "at": now(),
    }
    with pytest.raises(NobodySeesIt):
        make_report(about=about, person=eva(), **terms)
    report = make_report(about=about, person=bruno(), **terms)
    assert words_of(report.case).startswith("È arrivata la terra")


def test_who_had_the_money_back_is_no_supporter_any_more() -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign, person_id=bruno().pk)
    Pledge.objects.filter(pk=gift.pk).update(net_minor=0, state="refunded")
    assert not reads_what_supporters_read(bruno(), campaign)


def test_A21_a_supporter_of_one_campaign_reads_nothing_of_another() -> None:
    mine, other = live_campaign(), live_campaign(slug="altrove")
    gift_of_bruno(mine, person_id=bruno().pk)
    closed_update(other)
    assert not updates_read_by(bruno(), other).exists()


def test_what_supporters_say_among_themselves_stays_there() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk)
    update = closed_update(campaign)
    comment = said(campaign, "Tra noi", update_id=update.pk)
    answer = said(campaign, "Sì", in_the_team(ada()), parent_id=comment.pk)
    assert answer.update == update
    assert not Comment.objects.readable().exists()
    assert set(comments_read_by(bruno())) == {comment, answer}
    assert set(comments_read_by(ada())) == {comment, answer}
    assert not comments_read_by(eva()).exists()


def test_A51_nobody_comments_on_what_they_do_not_read() -> None:
    campaign = live_campaign()
    update = closed_update(campaign)
    with pytest.raises(Update.DoesNotExist):
        said(campaign, "Ciao", eva(), update_id=update.pk)
    gift_of_bruno(campaign, person_id=bruno().pk)
    comment = said(campaign, "Tra noi", update_id=update.pk)
    with pytest.raises(Comment.DoesNotExist):
        said(campaign, "Ciao", eva(), parent_id=comment.pk)
    Update.objects.filter(pk=update.pk).update(hidden_at=now(), hidden_because="Fuori tema")
    with pytest.raises(Update.DoesNotExist):
        said(campaign, "Ancora", update_id=update.pk)


def test_what_was_said_about_a_hidden_update_goes_with_it() -> None:
    campaign = live_campaign()
    update = update_of_ada(campaign)
    said(campaign, "Bene", update_id=update.pk)
    assert Comment.objects.readable().count() == 1
    Update.objects.filter(pk=update.pk).update(hidden_at=now(), hidden_because="Fuori tema")
    assert not Comment.objects.readable().exists()


def test_the_database_keeps_an_answer_with_its_thread() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk)
    comment = said(campaign, "Tra noi", update_id=closed_update(campaign).pk)
    terms = {"campaign": campaign, "name": "Ada", "text": "Eh", "published_at": now()}
    with pytest.raises(IntegrityError, match="about the same"), transaction.atomic():
        Comment.objects.create(parent=comment, **terms)
    make_comment(
        campaign_id=campaign.pk,
        person_id=bruno().pk,
        text="Eh",
        parent_id=comment.pk,
        at=now(),
    )
