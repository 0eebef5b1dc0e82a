"""A campaign asks to come under a call."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from colletta.campaigns.models import Campaign
from colletta.history.actions.record import record
from colletta.matching.documents import MOST_BYTES, Document, kind_of
from colletta.matching.models import Application, Attachment, Call
from colletta.matching.obstacles import Obstacle, obstacle_of


class ApplicationRefused(ValueError):
    """The campaign cannot apply; `obstacle` says why."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


@transaction.atomic
def apply_to_call(
    *,
    call_id: int,
    campaign_id: int,
    by_id: int,
    answers: Mapping[str, str],
    documents: Sequence[Document] = (),
    at: datetime,
) -> Application:
    """The application is *made* and waits for the partner. Raises ApplicationRefused."""
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    call = Call.objects.select_related("partner").get(pk=call_id, private=False)
    if obstacle := obstacle_of(call, campaign, at=at):
        raise ApplicationRefused(obstacle)
    try:
        with transaction.atomic():
            application = Application.objects.create(
                call=call, campaign=campaign, answers=dict(answers), made_by_id=by_id, made_at=at
            )
    except IntegrityError as taken:
        raise ApplicationRefused(Obstacle.APPLIED_ALREADY) from taken
    for document in documents:
        _attach(application, document)
    details = {"call": call.pk, "campaign": campaign.pk}
    record("application.made", about=str(application), by=f"person:{by_id}", details=details, at=at)
    return application


def _attach(application: Application, document: Document) -> None:
    kind = kind_of(document.content)
    if kind is None or len(document.content) > MOST_BYTES:
        raise ApplicationRefused(Obstacle.NO_SUCH_DOCUMENT)
    Attachment.objects.create(
        application=application,
        question=document.question,
        name=document.name[:200],
        kind=kind,
        content=document.content,
    )
