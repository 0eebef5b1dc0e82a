"""A partner does not admit a campaign to its call."""

from datetime import datetime

from django.db import transaction

from colletta.matching.deciding import AlreadyDecided, decide, locked
from colletta.matching.models import Application, ApplicationState


@transaction.atomic
def decline_application(
    *, application_id: int, by_id: int, reason: str, at: datetime
) -> Application:
    """The application is *declined* with a reason, which both sides see. Raises AlreadyDecided."""
    application = locked(application_id)
    if application.state != ApplicationState.MADE:
        raise AlreadyDecided(str(application))
    application.reason = reason
    decide(application, ApplicationState.DECLINED, by_id=by_id, at=at)
    return application
