"""An application that somebody is about to decide."""

from datetime import datetime

from colletta.campaigns.models import Campaign
from colletta.history.actions.record import record
from colletta.matching.models import Application, ApplicationState


class AlreadyDecided(Exception):
    """The application was admitted, declined or withdrawn meanwhile."""


def locked(application_id: int) -> Application:
    """The application with its row locked, and before it that of its campaign.

    Its call is locked after it: whatever moves a match of the call takes them in this order.
    """
    campaign_id = Application.objects.values_list("campaign_id", flat=True).get(pk=application_id)
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    found = Application.objects.select_for_update(of=("self",)).get(pk=application_id)
    found.campaign = campaign
    return found


def decide(application: Application, state: ApplicationState, *, by_id: int, at: datetime) -> None:
    """The application, whose row is locked, reaches `state`, which is told."""
    application.state = state
    application.decided_by_id = by_id
    application.decided_at = at
    application.save()
    details = {"call": application.call_id, "campaign": application.campaign_id}
    record(
        f"application.{state}",
        about=str(application),
        by=f"person:{by_id}",
        details=details,
        at=at,
    )
