"""Who reads what is told to supporters only, and what is said about it."""

from django.db.models import Q

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment, CommentQuerySet, Update, UpdateQuerySet
from colletta.community.rights import campaigns_of
from colletta.people.models import Person
from colletta.pledges.models import Pledge


def reads_what_supporters_read(person: Person, campaign: Campaign) -> bool:
    """Supporters whose money is there or promised, and the owner's people.

    Moderators of the site read at the desk what is reported of it.
    """
    supported = Pledge.objects.standing().filter(campaign=campaign, person=person)
    return supported.exists() or campaigns_of(person).filter(pk=campaign.pk).exists()


def updates_read_by(person: Person, campaign: Campaign) -> UpdateQuerySet:
    """The updates of a campaign that the person finds there."""
    updates = Update.objects.filter(campaign=campaign)
    if reads_what_supporters_read(person, campaign):
        return updates.told() | updates.told_to_supporters()
    return updates.told()


def comments_read_by(person: Person) -> CommentQuerySet:
    """The comments whose words the person reads: everybody's, and those among supporters."""
    supported = Pledge.objects.standing().filter(person=person).values("campaign")
    theirs = Q(campaign__in=supported) | Q(campaign__in=campaigns_of(person).values("pk"))
    closed = Update.objects.told_to_supporters().filter(theirs)
    there = Comment.objects.looked_at().filter(hidden_at__isnull=True, deleted_at__isnull=True)
    open_to_all = Q(update__isnull=True) | Q(update__in=Update.objects.told())
    return there.filter(open_to_all | Q(update__in=closed))
