"""What a visitor wants to report, as its address names it."""

from collections.abc import Callable
from types import MappingProxyType
from uuid import UUID

from django.http import Http404, HttpRequest

from colletta.campaigns.models import Campaign
from colletta.community.cases import is_seen
from colletta.community.models import Case, Comment, Kind, Update
from colletta.people.models import Person
from colletta.pledges.models import Pledge
from colletta.pledges.wall import with_amounts


def asked_for(request: HttpRequest) -> Case:
    """A case that is not kept: `?campaign=`, `?comment=`, `?update=`, `?person=`, `?supporters=`.

    `?supporters=` names the campaign on whose wall a name stands: the numbers of pledges are never
    told, or their order would tell what the wall hides. Raises Http404 for what nobody sees.
    """
    by = request.user if isinstance(request.user, Person) else None
    for name, find in FINDERS.items():
        if value := request.GET.get(name):
            about = find(value)
            if about is not None and is_seen(about, by=by):
                return about
            break
    raise Http404


def named_on_the_wall(campaign: Campaign, said: str) -> Pledge | None:
    """The supporter whose name it is, or whose message, among those who are shown."""
    with_names = Pledge.objects.filter(campaign=campaign).with_public_name_only()
    for shown in (with_amounts(campaign), with_names):
        seen = shown.filter(name_hidden_at__isnull=True)
        found = (
            seen.filter(show_name=True, name__iexact=said).first()
            or seen.filter(message__iexact=said).first()
        )
        if found is not None:
            return found
    return None


def _campaign(slug: str) -> Case | None:
    found = Campaign.objects.public().filter(slug=slug).first()
    return Case(kind=Kind.CAMPAIGN, campaign=found) if found else None


def _supporters(slug: str) -> Case | None:
    found = Campaign.objects.public().filter(slug=slug).first()
    return Case(kind=Kind.PLEDGE, campaign=found) if found else None


def _comment(value: str) -> Case | None:
    known = Comment.objects.select_related("campaign")
    found = known.filter(pk=_number(value)).first()
    return Case(kind=Kind.COMMENT, comment=found) if found else None


def _update(value: str) -> Case | None:
    known = Update.objects.select_related("campaign")
    found = known.filter(pk=_number(value)).first()
    return Case(kind=Kind.UPDATE, update=found) if found else None


def _person(value: str) -> Case | None:
    try:
        found = Person.objects.with_page().filter(public_id=UUID(value)).first()
    except ValueError:
        return None
    return Case(kind=Kind.PERSON, person=found) if found else None


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= 18 else 0


FINDERS: MappingProxyType[str, Callable[[str], Case | None]] = MappingProxyType({
    "campaign": _campaign,
    "comment": _comment,
    "update": _update,
    "person": _person,
    "supporters": _supporters,
})
