"""What insiders gave does not become the crowd's when their address is forgotten."""

from collections.abc import Mapping

from django.db import transaction

from colletta.matching.exclusions import insiders_of
from colletta.matching.models import Insider


@transaction.atomic
def keep_insiders_out(*, renamed: Mapping[tuple[int, str], str]) -> int:
    """Supporters who do not count stay out under their new key; how many these are.

    `renamed` gives a campaign's id and a supporter's key the opaque key that is to follow. It is
    asked while addresses and teams still tell who is an insider.
    """
    insiders = insiders_of(sorted({campaign for campaign, _ in renamed}))
    noted = [
        Insider(campaign_id=campaign, key=renamed[campaign, key], reason=reason)
        for (campaign, key), reason in insiders.items()
        if (campaign, key) in renamed
    ]
    return len(Insider.objects.bulk_create(noted, ignore_conflicts=True))
