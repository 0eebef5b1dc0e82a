"""Somebody chooses when letters come to their mailbox."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Mailbox, Preference


@transaction.atomic
def choose_timings(*, mailbox_id: int, timings: Mapping[Topic, Timing], at: datetime) -> None:
    """From now on letters about these topics come as chosen; other topics stay as they were.

    Raises Mailbox.DoesNotExist.
    """
    mailbox = Mailbox.objects.select_for_update().get(pk=mailbox_id)
    for topic, timing in timings.items():
        Preference.objects.update_or_create(
            mailbox=mailbox, topic=topic, defaults={"timing": timing, "chosen_at": at}
        )
