"""What is said under a campaign, as everybody sees it."""

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.delete_comment import delete_comment
from colletta.community.actions.hide_comment import hide_comment
from colletta.community.threads import Thread, threads_of, threads_under
from colletta.history.clock import now
from tests.cast import ada, bruno, carla, gift_of_bruno, live_campaign
from tests.community.talk import in_the_team, said

pytestmark = pytest.mark.django_db


def threads(campaign: Campaign) -> tuple[Thread, ...]:
    return threads_of(campaign, threads_under(campaign))


def test_the_newest_thread_comes_first_and_the_oldest_answer() -> None:
    campaign = live_campaign()
    first = said(campaign, "Prima")
    said(campaign, "Seconda")
    said(campaign, "Risposta", ada(), parent_id=first.pk)
    said(campaign, "Di nuovo", parent_id=first.pk)
    found = [(one.said.text, [answer.text for answer in one.answers]) for one in threads(campaign)]
    assert found == [("Seconda", []), ("Prima", ["Risposta", "Di nuovo"])]


def test_a_badge_says_what_somebody_is_to_the_campaign() -> None:
    campaign = live_campaign()
    said(campaign, "Io organizzo", in_the_team(ada()))
    said(campaign, "Io aiuto", in_the_team(carla(), "editor"))
    said(campaign, "Io dono")
    assert [one.said.badge for one in threads(campaign)] == ["", "team", "owner"]
    gift = gift_of_bruno(campaign, person_id=bruno().pk)
    assert threads(campaign)[0].said.badge == ""
    type(gift).objects.filter(pk=gift.pk).update(show_name=True)
    assert threads(campaign)[0].said.badge == "supporter"


def test_what_is_hidden_leaves_its_reason_and_no_word() -> None:
    campaign = live_campaign()
    comment = said(campaign)
    hide_comment(comment_id=comment.pk, by=in_the_team(ada()), because="Fuori tema", at=now())
    (thread,) = threads(campaign)
    assert (thread.said.text, thread.said.name) == ("", "")
    assert thread.said.hidden_because == "Fuori tema"


def test_what_was_taken_back_leaves_a_trace_only_where_somebody_answered() -> None:
    campaign = live_campaign()
    alone, answered = said(campaign), said(campaign)
    answer = said(campaign, "Eh?", ada(), parent_id=answered.pk)
    for comment in (alone, answered):
        delete_comment(comment_id=comment.pk, person_id=bruno().pk, at=now())
    (thread,) = threads(campaign)
    assert thread.said.deleted
    assert [one.text for one in thread.answers] == ["Eh?"]
    delete_comment(comment_id=answer.pk, person_id=ada().pk, at=now())
    assert threads(campaign) == ()


def test_what_waits_is_not_there() -> None:
    campaign = live_campaign()
    said(campaign, first_waits=True)
    assert threads(campaign) == ()


def test_many_threads_take_no_more_queries_than_one(django_assert_max_num_queries) -> None:
    campaign = live_campaign()
    for number in range(8):
        said(campaign, "Risposta", parent_id=said(campaign, str(number), ada()).pk)
    with django_assert_max_num_queries(4):
        assert len(threads(campaign)) == 8
