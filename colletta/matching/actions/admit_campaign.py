"""A partner admits a campaign to its call."""

from datetime import datetime

from django.db import transaction

from colletta.matching.actions.close_call import CallIsNotOpen
from colletta.matching.deciding import AlreadyDecided, decide, locked
from colletta.matching.models import Application, ApplicationState, Call
from colletta.matching.obstacles import takes_campaigns
from colletta.matching.offering import match_under
from colletta.matching.steps import begin


@transaction.atomic
def admit_campaign(*, application_id: int, by_id: int, at: datetime) -> Application:
    """The application is *admitted*, and a match under the call's latest rule is *offered*.

    The most it can cost is reserved from the pool. Raises AlreadyDecided, CallIsNotOpen,
    PoolCannotBear, MatchRefused, WindowNeverOpens; nothing is written then.
    """
    application = locked(application_id)
    if application.state != ApplicationState.MADE:
        raise AlreadyDecided(str(application))
    call = Call.objects.select_for_update(of=("self",)).get(pk=application.call_id)
    if not takes_campaigns(call, at=at):
        raise CallIsNotOpen(str(call))
    application.match = begin(match_under(call.rule, application.campaign), at=at)
    decide(application, ApplicationState.ADMITTED, by_id=by_id, at=at)
    return application
