"""What is said under a campaign, as everybody sees it: threads with their answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment, CommentQuerySet, Update
from colletta.people.models import Membership, Role
from colletta.pledges.models import Pledge


class Badge(StrEnum):
    """What its author is to the campaign."""

    OWNER = "owner"
    TEAM = "team"
    SUPPORTER = "supporter"
    NONE = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One comment as it is shown. Without words, only its trace stands there.

    `about` is the update that its thread is about.
    """

    comment_id: int
    at: datetime
    name: str
    badge: Badge
    text: str
    edited: bool
    hidden_because: str
    deleted: bool
    about: Update | None = None


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A comment with the answers to it, oldest first."""

    said: Said
    answers: tuple[Said, ...]


def threads_under(campaign: Campaign) -> CommentQuerySet:
    """The comments that begin a thread, newest first; `threads_of` reads a part of them."""
    return _begun(Comment.objects.published().filter(campaign=campaign))


def threads_about(update: Update) -> CommentQuerySet:
    """The same of one update, for whoever reads it."""
    return _begun(Comment.objects.about(update))


def _begun(comments: CommentQuerySet) -> CommentQuerySet:
    answers = Comment.objects.looked_at().filter(hidden_at=None, deleted_at=None)
    answered = Exists(answers.filter(parent=OuterRef("pk")))
    # Who takes words back that nobody answered leaves nothing behind.
    told = comments.filter(Q(deleted_at=None) | answered, parent=None)
    return told.select_related("update").order_by("-published_at", "-id")


def threads_of(campaign: Campaign, begun: Iterable[Comment]) -> tuple[Thread, ...]:
    """Threads by the comments that begin them, in five queries at any number of them.

    An answer has the readers of its thread.
    """
    listed = list(begun)
    answers: dict[int, list[Comment]] = {one.pk: [] for one in listed}
    found = Comment.objects.looked_at().filter(parent__in=listed, deleted_at=None)
    for answer in found:
        assert answer.parent_id is not None
        answers[answer.parent_id].append(answer)
    people = {one.person_id for one in (*listed, *found) if one.person_id is not None}
    badges = _badges(campaign, people)
    return tuple(
        Thread(
            said=_said(one, badges, about=one.update),
            answers=tuple(_said(answer, badges) for answer in answers[one.pk]),
        )
        for one in listed
    )


def _said(comment: Comment, badges: dict[int, Badge], about: Update | None = None) -> Said:
    gone = comment.hidden_at is not None or comment.deleted_at is not None
    return Said(
        comment_id=comment.pk,
        at=comment.published_at,
        name="" if gone else comment.name,
        badge=Badge.NONE if gone else badges.get(comment.person_id or 0, Badge.NONE),
        text="" if gone else comment.text,
        edited=comment.edited_at is not None,
        hidden_because=comment.hidden_because,
        deleted=comment.deleted_at is not None,
        about=about,
    )


def _badges(campaign: Campaign, people: set[int]) -> dict[int, Badge]:
    """The first of owner, team, supporter that a person is; a supporter who hides it is none."""
    supporters = Pledge.objects.standing().filter(
        campaign=campaign, person__in=people, show_name=True
    )
    found = dict.fromkeys(supporters.values_list("person_id", flat=True), Badge.SUPPORTER)
    if campaign.owner_organisation_id is None:
        return found | {campaign.owner_person_id or 0: Badge.OWNER}
    team = Membership.objects.filter(organisation_id=campaign.owner_organisation_id)
    for person, role in team.filter(person__in=people).values_list("person_id", "role"):
        found[person] = Badge.OWNER if role == Role.OWNER else Badge.TEAM
    return found
