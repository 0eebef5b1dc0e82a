"""Who may see and change what of a partner."""

from collections.abc import Callable
from functools import wraps

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from colletta.campaigns.models import Campaign
from colletta.campaigns.models.campaign import CampaignQuerySet
from colletta.matching.models import Application, Call, Partner
from colletta.pages.private import private_page
from colletta.people.desk import SECOND_FACTORS, has_role
from colletta.people.joining.identity import proved_lately
from colletta.people.models import Organisation, Person, Role
from colletta.people.models.desk_role import Role as DeskRole
from colletta.people.models.organisation import EDITING

View = Callable[..., HttpResponseBase]


def partner_page(view: View) -> View:
    """A page for whoever is signed in; what of it they may see is asked with the functions here."""

    @private_page
    @login_required
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return answer


def person_of(request: HttpRequest) -> Person:
    """Who is signed in."""
    assert isinstance(request.user, Person)
    return request.user


def is_operator(request: HttpRequest) -> bool:
    """Whether the desk's operator looks, who proved it lately with a second factor."""
    person = person_of(request)
    if not has_role(person, DeskRole.OPERATOR):
        return False
    return is_mfa_enabled(person, SECOND_FACTORS) and proved_lately(request)


def partners_of(request: HttpRequest, *roles: str) -> QuerySet[Partner]:
    """The partners in whose team the person is, in one of these roles; an operator has all."""
    here = Partner.objects.filter(organisation__isnull=False).order_by("name", "pk")
    if is_operator(request):
        return here
    mine = {"organisation__memberships__person": person_of(request)}
    if roles:
        mine["organisation__memberships__role__in"] = roles  # type: ignore[assignment]
    return here.filter(**mine).distinct()


def call_for(request: HttpRequest, slug: str, *roles: str) -> Call:
    """A call that this person may see, or change with these roles; else Http404."""
    calls = Call.objects.filter(private=False).select_related("partner__organisation")
    call = get_object_or_404(calls, slug=slug)
    if not may(request, call.partner, *roles):
        raise Http404
    return call


def application_for(request: HttpRequest, number: int, *roles: str) -> Application:
    """An application to a call that this person may see, or decide with these roles."""
    made = Application.objects.select_related("call__partner", "campaign", "match", "made_by")
    application = get_object_or_404(made, pk=number)
    if not may(request, application.call.partner, *roles):
        raise Http404
    return application


def may(request: HttpRequest, partner: Partner, *roles: str) -> bool:
    """Whether the person is in the partner's team, in one of these roles, or an operator."""
    if is_operator(request):
        return True
    return partners_of(request, *roles).filter(pk=partner.pk).exists()


def campaigns_of(person: Person) -> CampaignQuerySet:
    """Campaigns for which the person may speak: their own, and those of their teams."""
    teams = Organisation.objects.editable_by(person)
    by_team = Campaign.objects.filter(owner_organisation__in=teams)
    return by_team | Campaign.objects.filter(owner_person=person)


def speaks_for(person: Person, campaign: Campaign) -> bool:
    """Whether the person may speak for this campaign."""
    return campaigns_of(person).filter(pk=campaign.pk).exists()


EDITORS: tuple[str, ...] = EDITING
OWNERS: tuple[str, ...] = (Role.OWNER,)
