"""Reporting something."""

import pytest
from django.test import Client

from colletta.community.models import Kind, Report
from colletta.history.clock import now
from colletta.limits.table import PERSONAL
from colletta.people.models import Person
from tests.cast import ada, bruno, gift_of_bruno, live_campaign
from tests.community.talk import said
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
NEW = "/en/reports/new/"


def test_a_guest_reports_a_comment_and_is_thanked(client: Client) -> None:
    comment = said(live_campaign(), "Buy my watches.")
    address = f"{NEW}?comment={comment.pk}"
    assert "Buy my watches." in words_of(client.get(address))
    answers = {"reason": "spam", "text": "Watches!", "email": "guest@posta.example"}
    done = client.post(address, answers, follow=True)
    assert "Your report is at our desk" in words_of(done)
    report = Report.objects.get()
    assert (report.case.comment, report.reason, report.person) == (comment, "spam", None)
    assert report.email == "guest@posta.example"


def test_who_is_signed_in_is_not_asked_for_an_address(client: Client) -> None:
    live_campaign()
    client.force_login(ada())
    address = f"{NEW}?campaign=orto-in-cortile"
    assert "Your e-mail" not in words_of(client.get(address))
    client.post(address, {"reason": "fraud", "email": "elsewhere@posta.example"})
    assert Report.objects.get().email == "ada@posta.example"


def test_a_name_on_the_wall_is_reported_by_what_stands_there(client: Client) -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign, name="Casino Royale", show_name=True, show_amount=True)
    address = f"{NEW}?supporters=orto-in-cortile"
    client.post(address, {"reason": "spam", "said": "casino royale"})
    assert Report.objects.get().case.pledge == gift


def test_a_name_that_is_not_shown_is_told_to_nobody(client: Client) -> None:
    gift_of_bruno(live_campaign(), name="Bruno Riva")
    address = f"{NEW}?supporters=orto-in-cortile"
    answer = client.post(address, {"reason": "spam", "said": "Bruno Riva"})
    assert answer.status_code == 422
    assert "Nobody among the supporters shows that" in words_of(answer)


def test_updates_and_profiles_are_reported_too(client: Client) -> None:
    campaign, words = live_campaign(), {"language": "it", "titles": {"it": "Ecco"}, "texts": {}}
    news = campaign.updates.create(name="news", published_at=now(), told_at=now(), **words)
    coming = campaign.updates.create(name="coming", published_at=now(), **words)
    assert client.get(f"{NEW}?update={coming.pk}").status_code == 404
    Person.objects.filter(pk=bruno().pk).update(profile_shown_at=now())
    for query in (f"update={news.pk}", f"person={bruno().public_id}"):
        assert client.post(f"{NEW}?{query}", {"reason": "other"}).status_code == 302
    kinds = Report.objects.values_list("case__kind", flat=True)
    assert sorted(kinds) == [Kind.PERSON, Kind.UPDATE]


@pytest.mark.parametrize(
    "query",
    ["", "comment=1", "comment=x", "comment=99999999999999999999", "person=x", "campaign=nowhere"],
)
def test_what_nobody_sees_is_not_there(client: Client, query: str) -> None:
    assert client.get(f"{NEW}?{query}").status_code == 404


def test_what_was_typed_stays_and_the_trap_is_told(client: Client) -> None:
    live_campaign()
    address = f"{NEW}?campaign=orto-in-cortile"
    answers = {"text": "Look here", "email": "guest@posta.example", "website": "x"}
    answer = client.post(address, answers)
    assert answer.status_code == 422
    assert "Choose what is wrong with it." in words_of(answer)
    assert "Leave the last field empty" in words_of(answer)
    assert "Look here" in answer.content.decode()
    assert not Report.objects.exists()


def test_A35_who_reports_without_end_has_to_wait(client: Client) -> None:
    live_campaign()
    address = f"{NEW}?campaign=orto-in-cortile"
    for _ in range(PERSONAL["words"][0].most):
        assert client.post(address, {"reason": "spam"}).status_code == 302
    answer = client.post(address, {"reason": "spam", "text": "Again"})
    assert answer.status_code == 429
    assert "Again" in answer.content.decode()
