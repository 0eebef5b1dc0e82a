"""Every kind of letter: who gets it, and whether its reader can do without."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Topic(TextChoices):
    """What somebody can choose to hear of, or not. Letters without one always come."""

    UPDATES = "updates", _("What the people of a campaign tell you")
    MILESTONES = "milestones", _("A campaign reaches its target, a partner adds money")
    DEADLINES = "deadlines", _("A campaign is about to end, or ended")
    MESSAGES = "messages", _("Somebody writes to you on the site")
    COMMENTS = "comments", _("Somebody answers your comment")
    GIFTS = "gifts", _("Gifts to your campaigns")
    NUDGES = "nudges", _("A reminder when your campaign has told nothing for long")


# Only those who look after a campaign get these.
FOR_TEAMS = frozenset({Topic.GIFTS, Topic.NUDGES})


class Timing(TextChoices):
    """When letters about a topic come."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, together")
    NEVER = "never", _("Never")


class Kind(NamedTuple):
    """`to` says who gets it; without a `topic` nobody can switch it off.

    What somebody `asked` for just now, a code or a link, goes out even where letters came back: it
    is how they show that the mailbox works after all.
    """

    to: str | Promise
    topic: Topic | None = None
    asked: bool = False


class UnknownKind(LookupError):
    """A letter of a kind that the list does not have."""


_WHO_GIVES = _("Whoever gives")
_WHO_JOINED = _("Whoever joined")
_FOLLOWERS = _("Followers of a campaign")
_TEAM = _("The people of a campaign")
_WHO_ASKED = _("Whoever asked for it with this address")
_DESK = _("Whoever works at the desk")
_APPLIED = _("Whoever applied to a call")

KINDS: Mapping[str, Kind] = MappingProxyType({
    "limits.code": Kind(_WHO_GIVES, asked=True),
    "confirm_joining": Kind(_WHO_ASKED, asked=True),
    "confirm_address": Kind(_WHO_ASKED, asked=True),
    "sign_in_code": Kind(_WHO_ASKED, asked=True),
    "recovery": Kind(_WHO_ASKED, asked=True),
    "nobody_here": Kind(_WHO_ASKED),
    "here_already": Kind(_WHO_ASKED),
    "changed": Kind(_WHO_JOINED),
    "person.sign_in_linked": Kind(_WHO_JOINED),
    "person.openid_proof": Kind(_WHO_ASKED, asked=True),
    "organisation.invitation": Kind(_("Whoever is invited to a team")),
    "pledges.receipt": Kind(_WHO_GIVES),
    "pledges.promise": Kind(_WHO_GIVES),
    "pledges.refusal": Kind(_WHO_GIVES),
    "pledges.refund": Kind(_WHO_GIVES),
    "matching.applied": Kind(_("The partner of a call")),
    "matching.admitted": Kind(_APPLIED),
    "matching.declined": Kind(_APPLIED),
    "community.follow_confirm": Kind(_WHO_ASKED, asked=True),
    "community.follow_update": Kind(_FOLLOWERS, Topic.UPDATES),
    "community.follow_reached": Kind(_FOLLOWERS, Topic.MILESTONES),
    "community.follow_match": Kind(_FOLLOWERS, Topic.MILESTONES),
    "community.follow_ending": Kind(_FOLLOWERS, Topic.DEADLINES),
    "community.follow_ended": Kind(_FOLLOWERS, Topic.DEADLINES),
    "community.supporter_update": Kind(_("Supporters of a campaign"), Topic.UPDATES),
    "community.message_sent": Kind(_WHO_ASKED),
    "community.message_for_owner": Kind(_TEAM, Topic.MESSAGES),
    "community.message_for_writer": Kind(_("Whoever wrote to a campaign"), Topic.MESSAGES),
    "community.comment_answered": Kind(_("Whoever commented on a campaign"), Topic.COMMENTS),
    "community.gift": Kind(_TEAM, Topic.GIFTS),
    "community.gifts_of_the_day": Kind(_TEAM, Topic.GIFTS),
    "community.silence": Kind(_TEAM, Topic.NUDGES),
    "community.report_received": Kind(_("Whoever reported something")),
    "community.decision": Kind(_("Both sides of a report")),
    "community.looked_again": Kind(_("Both sides of a report")),
    "desk.brake": Kind(_DESK),
    "desk.moderation": Kind(_DESK),
    "privacy.link": Kind(_WHO_ASKED, asked=True),
    "privacy.erased": Kind(_("Whoever was erased, for the last time")),
    "mail.digest": Kind(_("Whoever has letters that come once a day")),
})


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises UnknownKind."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(f'no kind of letter is called "{name}"') from None


def usual(topic: Topic) -> Timing:
    """When letters about it come to somebody who chose nothing."""
    return Timing.DAILY if topic == Topic.GIFTS else Timing.AT_ONCE
