"""Calls of two partners, and the campaigns that applied."""

from dataclasses import dataclass
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.apply_to_call import apply_to_call
from colletta.matching.actions.name_partner import name_partner
from colletta.matching.actions.share_board import share_board
from colletta.matching.documents import Document
from colletta.matching.models import Application, Call, CallState
from tests.cast import match_of_delta
from tests.config.doors.roles import People
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of

QUESTIONS = [
    {"key": "why", "label": {"it": "Perché?", "en": "Why you?"}, "kind": "text", "required": True},
    {"key": "plan", "label": {"it": "Il piano", "en": "Your plan"}, "kind": "file"},
]


@dataclass(frozen=True)
class Calling:
    """Calls are of Fondazione Delta but `rivals`; applications are of Ada's group but `others`."""

    open: Call
    draft: Call
    rivals: Call
    made: Application
    admitted: Application
    others: Application
    offered_alone: int


def call(people: People, live: Campaign, others: Campaign) -> Calling:
    """Everybody applied."""
    delta = call_of_delta(questions=QUESTIONS)
    gamma = name_partner(organisation_id=people.gamma.pk, by_id=people["operator"].pk)
    rivals = call_of_delta(partner=gamma, slug="palchi")
    first = application_of(live, rivals)
    admit_campaign(application_id=first.pk, by_id=people["rival"].pk, at=now())
    share_board(call_id=delta.pk)
    delta.refresh_from_db()
    first.refresh_from_db()
    plan = Document(question="plan", name="piano.pdf", content=b"%PDF-1.7 plan")
    return Calling(
        open=delta,
        draft=call_of_delta(slug="bozza-di-bando", state=CallState.DRAFT),
        rivals=rivals,
        made=_applied(people["owner"].pk, live, delta, documents=[plan]),
        admitted=first,
        others=_applied(people["other"].pk, others, rivals),
        offered_alone=match_of_delta(others).pk,
    )


def _applied(by: int, campaign: Campaign, asked: Call, **more: Any) -> Application:
    return apply_to_call(
        call_id=asked.pk,
        campaign_id=campaign.pk,
        by_id=by,
        answers={"why": "Tre vasche."},
        at=now(),
        **more,
    )
