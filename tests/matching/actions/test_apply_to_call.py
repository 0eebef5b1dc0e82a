"""A campaign asks to come under a call."""

from datetime import timedelta
from typing import Any

import pytest

from colletta.campaigns.models import State
from colletta.history.clock import now
from colletta.matching.actions.apply_to_call import ApplicationRefused
from colletta.matching.actions.withdraw_application import withdraw_application
from colletta.matching.documents import MOST_BYTES, Document
from colletta.matching.models import Application, CallState
from tests.cast import ada, approved_campaign
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, delta_here

pytestmark = pytest.mark.django_db


def test_an_application_waits_with_its_answers_and_documents() -> None:
    made = application_of(
        approved_campaign(),
        call_of_delta(),
        answers={"why": "Tre vasche."},
        documents=[Document(question="plan", name="piano.pdf", content=b"%PDF-1.7 ...")],
    )
    assert (made.state, made.answers, made.score) == ("made", {"why": "Tre vasche."}, None)
    assert [(one.kind, one.name) for one in made.attachments.all()] == [
        ("application/pdf", "piano.pdf")
    ]


def test_a_campaign_applies_once_and_again_after_it_took_the_first_back() -> None:
    campaign, call = approved_campaign(), call_of_delta()
    first = application_of(campaign, call)
    with pytest.raises(ApplicationRefused, match="applied-already"):
        application_of(campaign, call)
    withdraw_application(application_id=first.pk, by_id=ada().pk, at=now())
    assert application_of(campaign, call).state == "made"


@pytest.mark.parametrize(
    ("of_the_call", "of_the_campaign", "obstacle"),
    [
        ({"state": CallState.DRAFT}, {}, "call-is-not-open"),
        ({"closes_at": "past"}, {}, "call-is-not-open"),
        ({}, {"state": State.DRAFT}, "campaign-is-not-ready"),
        ({}, {"owner_organisation": "delta"}, "partner-is-the-owner"),
        ({"currency": "CHF"}, {}, "other-currency"),
        ({"rule": {"threshold_minor": 100_001, "threshold_share": None}}, {}, "threshold-above"),
        ({"opens_at": "late"}, {}, "window-never-opens"),
    ],
)
def test_what_cannot_come_under_the_call_is_refused_with_the_reason(
    of_the_call: dict[str, Any], of_the_campaign: dict[str, Any], obstacle: str
) -> None:
    instants = {"past": now() - timedelta(days=1), "late": now() + timedelta(days=50)}
    known: dict[str, Any] = instants | {"delta": delta_here()}
    call = call_of_delta(**_with(of_the_call, known))
    campaign = approved_campaign(**_with(of_the_campaign, known))
    with pytest.raises(ApplicationRefused, match=obstacle):
        application_of(campaign, call)
    assert not Application.objects.exists()


@pytest.mark.parametrize("content", [b"<html>", b"", b"%PDF-" + b"0" * MOST_BYTES])
def test_a_document_of_another_kind_or_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(ApplicationRefused, match="no-such-document"):
        application_of(
            approved_campaign(),
            call_of_delta(),
            documents=[Document(question="plan", name="a.pdf", content=content)],
        )
    assert not Application.objects.exists()


def _with(changes: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    named = {name: value for name, value in changes.items() if isinstance(value, str)}
    return changes | {name: known.get(value, value) for name, value in named.items()}
