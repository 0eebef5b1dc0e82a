"""A partner drafts a call, changes it, opens it."""

from typing import Any

import pytest
from django.test import Client

from colletta.matching.models import Call, CallState
from colletta.people.models import Role
from tests.cast import bruno
from tests.matching.calls import call_of_delta
from tests.matching.teams import dora
from tests.pages.calls.sheets import typed

pytestmark = pytest.mark.django_db

NEW = "/en/partners/fondazione-delta/calls/new/"


def test_a_draft_holds_what_was_typed_and_opens(client: Client) -> None:
    client.force_login(dora())
    assert client.get(NEW).status_code == 200
    assert client.post(NEW, typed()).status_code == 302
    call = Call.objects.get()
    assert (call.state, call.pool_minor, call.rule.threshold_share) == ("draft", 500_000, 5_000)
    assert [one["key"] for one in call.questions] == ["question-1", "question-2"]
    assert client.get("/en/calls/green-nearby/").status_code == 404
    assert client.post("/en/partners/calls/green-nearby/opening/").status_code == 302
    assert client.get("/en/calls/green-nearby/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"gives": "flat", "amount": "5,001"}, "One campaign alone could cost more"),
        ({"threshold_share": "101"}, "People cannot be asked for more than the target"),
        ({"threshold_share": "", "threshold": ""}, "Say what people give first"),
        ({"threshold": "10"}, "Say either a share of the target or a sum"),
        ({"gives": "ratio", "ratio": "0", "cap": "10"}, "more than 0 and at most 10"),
        ({"gives": "ratio", "ratio": "10.0001", "cap": "10"}, "more than 0 and at most 10"),
        ({"gives": "ratio", "ratio": "1"}, "needs a limit for each campaign"),
        ({"closes_on": "2019-12-31"}, "The call closes before it opens"),
        ({"title_en": "", "title_it": ""}, "Write a title in at least one language"),
        ({"pool": "much"}, "Type a sum like"),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_what_was_typed_stays(
    client: Client, changes: dict[str, Any], said: str
) -> None:
    client.force_login(dora())
    answer = client.post(NEW, typed(**changes))
    page = answer.content.decode()
    assert (answer.status_code, Call.objects.count()) == (422, 0)
    assert said in page
    assert "For gardens." in page


def test_the_form_of_a_call_shows_it_as_it_stands_and_saving_it_changes_nothing(
    client: Client,
) -> None:
    call = call_of_delta(rule={"gives": "ratio", "ratio": 12_500, "cap_minor": 10_000})
    client.force_login(dora())
    form = client.get("/it/partners/calls/verde-vicino/text/").context["form"]
    sent = {name: value for name, value in form.initial.items() if value not in (None, False)}
    answer = client.post("/it/partners/calls/verde-vicino/text/", sent)
    assert answer.status_code == 302
    call.refresh_from_db()
    assert (call.rule.ratio, call.rule.cap_minor, call.rules.count()) == (12_500, 10_000, 1)


def test_others_see_nothing_and_a_reader_of_the_team_changes_nothing(client: Client) -> None:
    call_of_delta(state=CallState.DRAFT)
    paths = [NEW, "/en/partners/calls/verde-vicino/", "/en/partners/calls/verde-vicino/text/"]
    assert [client.get(path).status_code for path in paths] == [302, 302, 302]
    client.force_login(bruno())
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]
    client.force_login(dora(role=Role.TREASURER))
    assert [client.get(path).status_code for path in paths] == [404, 200, 404]
    assert client.post("/en/partners/calls/verde-vicino/opening/").status_code == 404
