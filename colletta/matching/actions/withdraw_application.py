"""A campaign takes its application back, or leaves the call it was admitted to."""

from datetime import datetime

from django.db import transaction

from colletta.matching.actions.withdraw_match import withdraw_match
from colletta.matching.deciding import AlreadyDecided, decide, locked
from colletta.matching.models import Application, ApplicationState


@transaction.atomic
def withdraw_application(*, application_id: int, by_id: int, at: datetime) -> Application:
    """The application is *withdrawn*; a match under it too, and what it reserved is free again.

    Withdrawing it again changes nothing. Raises AlreadyDecided for one that was declined, MatchIsOn
    once people gave what the match takes.
    """
    application = locked(application_id)
    if application.state == ApplicationState.WITHDRAWN:
        return application
    if application.state == ApplicationState.DECLINED:
        raise AlreadyDecided(str(application))
    if application.match_id is not None:
        withdraw_match(match_id=application.match_id, at=at)
    decide(application, ApplicationState.WITHDRAWN, by_id=by_id, at=at)
    return application
