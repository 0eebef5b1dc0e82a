"""What a campaign tells on its page, kept in this process for as long as it tells the same.

Words, pictures and comments change seldom, and to read and to render them is most of a page's work.
They are known by a digest of their rows, asked of the database for every page that is made: what is
kept can be forgotten, it is never stale. Sums of money are not kept.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.db import connection

from colletta.campaigns.models import PUBLIC_STATES, Campaign, GalleryPicture, Question, Reward
from colletta.community.activity import Event, activity_of
from colletta.community.models import Comment, Update
from colletta.community.threads import Thread, threads_of, threads_under
from colletta.pages.campaign.plan import PlannedLine, budget_of

QUESTION = Path(__file__).with_name("told.sql").read_text(encoding="utf-8")
FIRST_THREADS = 4
FIRST_EVENTS = 8
KEPT = 64  # campaigns; what they tell takes about 20 kB each


@dataclass(frozen=True, kw_only=True)
class Told:
    """A public campaign with everything on its page but the sums. Nobody changes any of it.

    `digest` is another one as soon as anything here is.
    """

    digest: str
    campaign: Campaign
    budget: tuple[PlannedLine, ...]
    gallery: tuple[GalleryPicture, ...]
    rewards: tuple[Reward, ...]
    questions: tuple[Question, ...]
    updates: tuple[Update, ...]
    for_supporters: int
    threads: tuple[Thread, ...]
    comments: int
    activity: tuple[Event, ...]


class ToldOtherwise(Exception):
    """The campaign changed what it tells while it was read."""


def told_by(slug: str) -> tuple[Told, datetime]:
    """What the campaign tells, and the instant at which it does (the database's clock).

    Raises Campaign.DoesNotExist where the public knows no such campaign.
    """
    digest, at = _digest_of(slug)
    try:
        return _kept(slug, digest), at
    except ToldOtherwise:
        return told_by(slug)


def forget_told() -> None:
    """This process keeps nothing of what campaigns told."""
    _kept.cache_clear()


def _digest_of(slug: str) -> tuple[str, datetime]:
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [slug, list(PUBLIC_STATES)])
        row: tuple[str, datetime] | None = cursor.fetchone()
    if row is None:
        raise Campaign.DoesNotExist(slug)
    return row


@lru_cache(maxsize=KEPT)
def _kept(slug: str, digest: str) -> Told:
    public = Campaign.objects.public().with_telling().select_related("cancellation")
    campaign = public.get(slug=slug)
    gallery = campaign.gallery.select_related("picture").prefetch_related("picture__sizes")
    told = Told(
        digest=digest,
        campaign=campaign,
        budget=tuple(budget_of(campaign)),
        gallery=tuple(gallery),
        rewards=tuple(campaign.rewards.all()),
        questions=tuple(campaign.questions.all()),
        updates=tuple(
            Update.objects
            .told()
            .filter(campaign=campaign)
            .prefetch_related("pictures__picture__sizes")
        ),
        for_supporters=Update.objects.told_to_supporters().filter(campaign=campaign).count(),
        threads=threads_of(campaign, threads_under(campaign)[:FIRST_THREADS]),
        comments=Comment.objects.readable().filter(campaign=campaign).count(),
        activity=activity_of(campaign)[:FIRST_EVENTS],
    )
    # What was read may be younger than its digest, and would come back with it one day.
    if _digest_of(slug)[0] != digest:
        raise ToldOtherwise(slug)
    return told
