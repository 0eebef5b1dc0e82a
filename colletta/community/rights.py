"""Who may do what with what people say around a campaign."""

from collections.abc import Sequence

from django.db.models import Q

from colletta.campaigns.models import Campaign, CampaignQuerySet
from colletta.community.models import Comment
from colletta.people.desk import has_role
from colletta.people.models import DeskRole, Membership, Person, Role

MODERATING = (DeskRole.Role.MODERATOR, DeskRole.Role.OPERATOR)
WRITING = (Role.OWNER, Role.EDITOR)
LOOKING_AFTER = (Role.OWNER, Role.EDITOR, Role.MODERATOR)
HEARING_OF_GIFTS = (Role.OWNER, Role.EDITOR, Role.TREASURER)


def writes_for(person: Person, campaign: Campaign) -> bool:
    """Whether the person speaks for the campaign: its owner, or who owns or edits for its team."""
    return campaigns_of(person, roles=WRITING).filter(pk=campaign.pk).exists()


def campaigns_of(person: Person, *, roles: Sequence[str] = LOOKING_AFTER) -> CampaignQuerySet:
    """The campaigns that are the person's own, or of a group where they have one of these roles."""
    places = Membership.objects.filter(person=person, role__in=roles).values("organisation")
    return Campaign.objects.filter(Q(owner_person=person) | Q(owner_organisation__in=places))


def people_of(campaign: Campaign, *, roles: Sequence[str] = LOOKING_AFTER) -> list[Person]:
    """Its owner, or whoever has one of these roles in its owner's team, in the order they came."""
    if campaign.owner_person is not None:
        return [campaign.owner_person]
    places = Membership.objects.filter(organisation=campaign.owner_organisation)
    team = places.filter(role__in=roles).select_related("person").order_by("pk")
    return [place.person for place in team if place.person.is_active]


def looks_after(person: Person, campaign: Campaign) -> bool:
    """Whether the person is of the owner's people and may hide what stands under the campaign."""
    if campaign.owner_organisation_id is None:
        return campaign.owner_person_id == person.pk
    places = Membership.objects.filter(organisation_id=campaign.owner_organisation_id)
    return places.filter(person=person, role__in=LOOKING_AFTER).exists()


def moderates(person: Person) -> bool:
    """Whether the person moderates for the whole site."""
    return has_role(person, *MODERATING)


def others_moderate(person: Person) -> bool:
    """Whether somebody else moderates for the whole site."""
    roles = DeskRole.objects.filter(role__in=MODERATING)
    return roles.exclude(person=person).exists()


def may_hide(person: Person, comment: Comment) -> bool:
    """The owner's people under their own campaign, moderators of the site everywhere."""
    return looks_after(person, comment.campaign) or moderates(person)


def hid_it_themselves(person: Person, comment: Comment) -> bool:
    """Whether the campaign's people hid it, of whom the person is one."""
    return (
        comment.hidden_by is not None
        and looks_after(comment.hidden_by, comment.campaign)
        and looks_after(person, comment.campaign)
    )
