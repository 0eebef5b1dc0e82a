"""What campaigns came past is written down."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F

from colletta.campaigns.models import Campaign, State, Type
from colletta.community.models import Milestone
from colletta.figures import figures_of_many
from colletta.history.actions.record import record

LAST_DAYS = timedelta(hours=48)
OPENED = (State.LIVE, State.CLOSING, State.ENDED, State.SETTLED)
# The gift with which the sum of all that stands first came to a sum. A promise counts from when it
# was made, where promises count.
CAME_TO = """
    SELECT min(came_at) FROM (
        SELECT came_at, sum(minor) OVER (ORDER BY came_at, id) AS total FROM (
            SELECT id,
                CASE WHEN %(promises)s THEN made_at ELSE coalesce(confirmed_at, made_at) END
                    AS came_at,
                CASE state WHEN 'promised' THEN amount_minor ELSE net_minor END AS minor
            FROM pledges_pledge WHERE campaign_id = %(campaign)s
                AND (state = 'promised' OR state = 'confirmed' AND net_minor > 0)
        ) given
    ) sums WHERE total >= %(sum)s
"""


def note_milestones(*, at: datetime) -> int:
    """Every campaign that has a first gift, or its target, since the last look says so.

    The instant is that of the gift, not of the look. Once passed, a milestone stays, whatever goes
    back later. Returns how many were noted.
    """
    passed = _note(Milestone.Kind.FIRST_GIFT, at) + _note(Milestone.Kind.REACHED, at)
    return passed + _note_endings(at)


def _note(kind: Milestone.Kind, at: datetime) -> int:
    waiting = Campaign.objects.filter(state__in=OPENED).exclude(milestones__kind=kind)
    listed = list(waiting.order_by("pk"))
    if kind == Milestone.Kind.REACHED:
        listed = list(_with_their_target(listed, at))
    return sum(_passed(campaign, kind) for campaign in listed)


def _note_endings(at: datetime) -> int:
    """Campaigns of which two days are left, and that were open for a day before."""
    soon = Campaign.objects.live().filter(closes_at__gt=at, closes_at__lte=at + LAST_DAYS)
    waiting = soon.filter(closes_at__gt=F("opens_at") + LAST_DAYS + timedelta(days=1))
    listed = waiting.exclude(milestones__kind=Milestone.Kind.ENDING)
    return sum(_write(campaign, Milestone.Kind.ENDING, at) for campaign in listed)


def _with_their_target(campaigns: list[Campaign], at: datetime) -> Iterable[Campaign]:
    figures = figures_of_many(campaigns, at=at)
    return (one for one in campaigns if figures[one.pk].headline.minor >= one.target_minor)


def _passed(campaign: Campaign, kind: Milestone.Kind) -> bool:
    first = kind == Milestone.Kind.FIRST_GIFT
    terms = {
        "campaign": campaign.pk,
        "promises": campaign.type == Type.ALL_OR_NOTHING,
        "sum": 1 if first else campaign.target_minor,
    }
    with connection.cursor() as cursor:
        cursor.execute(CAME_TO, terms)
        (when,) = cursor.fetchone()
    if when is None:
        return False
    return _write(campaign, kind, max(when, campaign.opens_at))


@transaction.atomic
def _write(campaign: Campaign, kind: Milestone.Kind, at: datetime) -> bool:
    _, new = Milestone.objects.get_or_create(campaign=campaign, kind=kind, defaults={"at": at})
    if new:
        record(f"campaign.{kind.value}", about=f"campaign:{campaign.pk}")
    return new
