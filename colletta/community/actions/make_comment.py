"""Somebody says something under a campaign."""

from datetime import datetime, timedelta

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Comment
from colletta.community.rights import looks_after
from colletta.history.actions.record import record
from colletta.people.models import Person

MOST = 10
WINDOW = timedelta(minutes=10)
MOST_A_DAY = 60


class NobodyTalksHere(Exception):
    """The campaign is not public, or was stopped."""


class TooManyComments(Exception):
    """This person wrote so much lately that it has to wait."""


def make_comment(
    *,
    campaign_id: int,
    person_id: int,
    text: str,
    at: datetime,
    parent_id: int | None = None,
    first_waits: bool = False,
) -> Comment:
    """The comment stands under the campaign; an answer to an answer joins its thread.

    With `first_waits`, what somebody says here for the first time waits for a moderator, unless the
    campaign is their own. `text` is clean (see spam.py). Raises NobodyTalksHere, TooManyComments,
    Campaign.DoesNotExist, Comment.DoesNotExist for a thread that nobody sees.
    """
    with transaction.atomic():
        campaign = Campaign.objects.public().get(pk=campaign_id)
        person = Person.objects.select_for_update().get(pk=person_id)
        if campaign.state not in TALKED_ABOUT:
            raise NobodyTalksHere(f"campaign:{campaign_id} is {campaign.state}")
        _require_room(person, at)
        waits = first_waits and _is_new(person) and not looks_after(person, campaign)
        comment = Comment.objects.create(
            campaign=campaign,
            person=person,
            parent=_thread(campaign, parent_id),
            name=person.name,
            text=text,
            published_at=at,
            waits_since=at if waits else None,
        )
        kind = "comment.held" if waits else "comment.published"
        by, details = f"person:{person.pk}", {"campaign": campaign.pk}
        record(kind, about=str(comment), by=by, details=details)
    return comment


def _require_room(person: Person, at: datetime) -> None:
    """Raises TooManyComments. The person's row is locked, so that two tabs do not count apart."""
    theirs = Comment.objects.filter(person=person)
    lately = theirs.filter(published_at__gt=at - WINDOW).count()
    today = theirs.filter(published_at__gt=at - timedelta(days=1)).count()
    if lately >= MOST or today >= MOST_A_DAY:
        raise TooManyComments(f"person:{person.pk}")


def _is_new(person: Person) -> bool:
    return not Comment.objects.readable().filter(person=person).exists()


def _thread(campaign: Campaign, parent_id: int | None) -> Comment | None:
    if parent_id is None:
        return None
    asked = Comment.objects.readable().select_related("parent").get(campaign=campaign, pk=parent_id)
    return asked.parent or asked
