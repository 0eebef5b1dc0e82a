"""What an erasure leaves because the law asks for it, and until when."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from colletta.pledges.models import Pledge, State
from colletta.privacy.rooms.pledges import pledges_of
from colletta.privacy.subject import Subject

# Ten years from the last entry: Codice civile, article 2220. Regulation (EU) 2016/679, article 17
# (3)(b), lets what a law asks to keep stand in spite of an erasure. Entries of a year are closed
# with it, so that the years count from its end.
KEPT_YEARS = 10


def with_receipt(subject: Subject) -> QuerySet[Pledge]:
    """Pledges whose money came, also where it went back, with the name of who gave it."""
    given = Q(state__in=[State.CONFIRMED, State.REFUNDED]) & ~Q(name="")
    return pledges_of(subject).filter(given)


def kept_until(pledge: Pledge) -> date:
    """The last day on which the receipt of a gift is kept."""
    given = pledge.shown_at.astimezone(ZoneInfo(pledge.campaign.timezone))
    return date(given.year + KEPT_YEARS, 12, 31)


def last_term(subject: Subject) -> date | None:
    """When the last of their receipts would go; None where there is none."""
    gifts = with_receipt(subject).select_related("campaign")
    return max(map(kept_until, gifts), default=None)
