"""What a partner makes of an application, for itself."""

from django.db import transaction

from colletta.matching.models import Application


@transaction.atomic
def score_application(*, application_id: int, score: int | None, note: str) -> Application:
    """The application has this score, 0 to 10 or none, and this note; the partner alone sees them.

    It tells nobody: no page of anybody else changes.
    """
    application = Application.objects.select_for_update(of=("self",)).get(pk=application_id)
    application.score, application.note = score, note
    application.save(update_fields=["score", "note"])
    return application
