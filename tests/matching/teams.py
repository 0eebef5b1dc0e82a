"""Fondazione Delta with a team on the site, and calls that its team writes."""

from datetime import timedelta
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.actions.apply_to_call import apply_to_call
from colletta.matching.models import Application, Call, Partner
from colletta.matching.outline import Outline
from colletta.people.models import Membership, Organisation, Person, Role
from tests.cast import ada, circolo_aurora, eur, fondazione_delta, joined


def dora(role: str = Role.OWNER) -> Person:
    """Dora of Fondazione Delta, which has a team from then on."""
    person = joined("Dora Valli", "dora@delta.example")
    Membership.objects.update_or_create(
        organisation=delta_here(), person=person, defaults={"role": role}
    )
    return person


def delta_here() -> Organisation:
    """The organisation behind the partner Fondazione Delta."""
    organisation, _ = Organisation.objects.get_or_create(
        slug="fondazione-delta",
        defaults={"name": "Fondazione Delta", "contact_email": "bandi@delta.example"},
    )
    Partner.objects.filter(pk=fondazione_delta().pk).update(organisation=organisation)
    return organisation


def ada_in_her_group() -> Person:
    """Ada, who leads Circolo Aurora."""
    Membership.objects.get_or_create(
        organisation=circolo_aurora(), person=ada(), defaults={"role": Role.OWNER}
    )
    return ada()


def outline(**changes: Any) -> Outline:
    """What Fondazione Delta says of a call: half from people, the gap from the foundation."""
    terms: dict[str, Any] = {
        "titles": {"it": "Verde vicino", "en": "Green nearby"},
        "texts": {"it": "Per orti e cortili.", "en": "For gardens and courtyards."},
        "language": "it",
        "opens_at": now() - timedelta(days=30),
        "closes_at": now() + timedelta(days=60),
        "pool": eur("5000.00"),
        "claw_back_days": 14,
        "questions": (),
        "rule": {"gives": "gap-to-target", "threshold_share": 5_000},
    }
    return Outline(**(terms | changes))


def application_of(campaign: Campaign, call: Call, **changes: Any) -> Application:
    """The campaign's application, made by Ada."""
    terms: dict[str, Any] = {"by_id": ada().pk, "answers": {}, "at": now()}
    return apply_to_call(call_id=call.pk, campaign_id=campaign.pk, **(terms | changes))
