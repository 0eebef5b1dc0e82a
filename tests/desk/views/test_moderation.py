"""What people reported is looked at, hidden, decided at the desk."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from colletta.community.actions.make_report import make_report
from colletta.community.models import Case, Comment, Kind, Reason
from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import let_the_closing_come, live_campaign
from tests.community.reporting import comment_of_bruno, reported
from tests.community.talk import said
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
QUEUE = "/en/desk/moderation/"


@pytest.fixture
def case() -> Case:
    return reported(comment_of_bruno(live_campaign())).case


def test_the_morning_page_leads_to_what_waits(client: Client, case: Case) -> None:
    at_the_desk(client, "moderator")
    assert "Reports, appeals, first comments (1)" in words_of(client.get("/en/desk/"))
    page = words_of(client.get(QUEUE))
    assert "Buy my watches." in page
    assert "It is advertising or spam" in page


def test_A35_one_click_hides_it_while_the_desk_looks(client: Client, case: Case) -> None:
    at_the_desk(client, "moderator")
    done = client.post(f"{QUEUE}cases/{case.pk}/hiding/", follow=True)
    assert "Nobody sees it now." in words_of(done)
    hidden = Comment.objects.get()
    assert hidden.hidden_because == "È stato segnalato, e lo stiamo esaminando."
    assert "Hide it at once" not in words_of(done)


def test_the_decision_asks_for_a_reason_and_tells_both_sides(client: Client, case: Case) -> None:
    at_the_desk(client, "moderator")
    address = f"{QUEUE}cases/{case.pk}/"
    page = words_of(client.get(address))
    assert "It sells watches." in page
    assert "1 comment of this person on the site, 0 of them hidden." in page
    empty = client.post(address, {"decision": "hidden", "because": " "})
    assert empty.status_code == 400
    assert "Write a reason." in words_of(empty)
    client.post(f"{address}hiding/")
    done = client.post(address, {"decision": "hidden", "because": "An advert."}, follow=True)
    assert "Decided." in words_of(done)
    assert Comment.objects.get().hidden_because == "An advert."
    assert Letter.objects.filter(kind="community.decision").count() == 2
    again = client.post(address, {"decision": "kept", "because": "No."}, follow=True)
    assert "Somebody else decided it already." in words_of(again)


def test_what_was_decided_before_stands_beside_a_new_case(client: Client, case: Case) -> None:
    at_the_desk(client, "moderator")
    client.post(f"{QUEUE}cases/{case.pk}/", {"decision": "kept", "because": "Harmless."})
    again = client.post(f"{QUEUE}cases/{case.pk}/second/", follow=True)
    assert "Harmless." in words_of(again)
    second = reported(Comment.objects.get()).case
    assert "Harmless." in words_of(client.get(f"{QUEUE}cases/{second.pk}/"))


def test_a_campaign_that_is_over_cannot_be_paused(client: Client) -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    report = make_report(
        about=Case(kind=Kind.CAMPAIGN, campaign=campaign),
        person=None,
        email="",
        language="en",
        reason=Reason.FRAUD,
        text="",
        at=now(),
    )
    at_the_desk(client, "moderator")
    done = client.post(f"{QUEUE}cases/{report.case.pk}/hiding/", follow=True)
    assert "cannot be paused" in words_of(done)


def test_a_first_comment_is_let_through(client: Client) -> None:
    comment = said(live_campaign(), "Che bello!", first_waits=True)
    at_the_desk(client, "moderator")
    assert "Che bello!" in words_of(client.get(QUEUE))
    client.post(f"{QUEUE}comments/{comment.pk}/publication/")
    assert Comment.objects.readable().get() == comment
    assert "Nothing waits." in words_of(client.get(QUEUE))


def test_a_treasurer_does_not_moderate(client: Client, case: Case) -> None:
    at_the_desk(client, "treasurer")
    for address in (QUEUE, f"{QUEUE}cases/{case.pk}/"):
        assert client.get(address).status_code == 404
    assert client.post(f"{QUEUE}cases/{case.pk}/hiding/").status_code == 404
    assert "Reports" not in words_of(client.get("/en/desk/"))


def test_many_cases_take_no_more_queries_than_two(client: Client) -> None:
    at_the_desk(client, "moderator")
    campaign = live_campaign()
    counted = []
    for number in (2, 4):
        for one in range(number):
            reported(comment_of_bruno(campaign, f"Number {number} {one}"))
        with CaptureQueriesContext(connection) as asked:
            client.get(QUEUE)
        counted.append(len(asked))
    assert counted[1] <= counted[0]
