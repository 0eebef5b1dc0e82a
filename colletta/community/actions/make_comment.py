"""Somebody says something under a campaign."""

from datetime import datetime, timedelta

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Comment, Update
from colletta.community.readers import comments_read_by, updates_read_by
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
    update_id: int | None = None,
    first_waits: bool = False,
) -> Comment:
    """The comment stands under the campaign; an answer to an answer joins its thread.

    With `update_id` it is about that update, if the person may read it; an answer is about what its
    thread is about. With `first_waits`, what somebody says here for the first time waits for a
    moderator, unless the campaign is their own. `text` is clean (see spam.py).

    Raises NobodyTalksHere, TooManyComments, Campaign.DoesNotExist; Comment.DoesNotExist and
    Update.DoesNotExist for what they do not see.
    """
    with transaction.atomic():
        campaign = Campaign.objects.public().get(pk=campaign_id)
        person = Person.objects.select_for_update().get(pk=person_id)
        if campaign.state not in TALKED_ABOUT:
            raise NobodyTalksHere(f"campaign:{campaign_id} is {campaign.state}")
        _require_room(person, at)
        thread = _thread(campaign, person, parent_id)
        about = thread.update if thread is not None else _news(campaign, person, update_id)
        waits = first_waits and _is_strange(person, campaign)
        comment = Comment.objects.create(
            campaign=campaign,
            person=person,
            parent=thread,
            update=about,
            name=person.name,
            text=text,
            published_at=at,
            waits_since=at if waits else None,
        )
        _record(comment)
    return comment


def _record(comment: Comment) -> None:
    kind = "comment.published" if comment.waits_since is None else "comment.held"
    details = {"campaign": comment.campaign_id}
    record(kind, about=str(comment), by=f"person:{comment.person_id}", details=details)


def _require_room(person: Person, at: datetime) -> None:
    """Raises TooManyComments. The person's row is locked, so that two tabs do not count apart."""
    theirs = Comment.objects.filter(person=person)
    lately = theirs.filter(published_at__gt=at - WINDOW).count()
    today = theirs.filter(published_at__gt=at - timedelta(days=1)).count()
    if lately >= MOST or today >= MOST_A_DAY:
        raise TooManyComments(f"person:{person.pk}")


def _is_strange(person: Person, campaign: Campaign) -> bool:
    if looks_after(person, campaign):
        return False
    return not Comment.objects.readable().filter(person=person).exists()


def _thread(campaign: Campaign, person: Person, parent_id: int | None) -> Comment | None:
    if parent_id is None:
        return None
    there = comments_read_by(person).filter(campaign=campaign)
    asked = there.select_related("parent__update", "update").get(pk=parent_id)
    return asked.parent or asked


def _news(campaign: Campaign, person: Person, update_id: int | None) -> Update | None:
    if update_id is None:
        return None
    return updates_read_by(person, campaign).get(pk=update_id)
