"""Who is in a team: seen by its members, chosen by its owners."""

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from colletta.people.actions.change_role import change_role
from colletta.people.actions.invite_member import TooManyInvitations, invite_member
from colletta.people.actions.leave_team import LastOwner, leave_team
from colletta.people.actions.withdraw_invitation import withdraw_invitation
from colletta.people.models import Membership, Organisation, Person, Role
from colletta.people.organisations.forms import InvitationForm, RoleForm
from colletta.people.organisations.views import spoken
from colletta.ui.private import private_page


@private_page
@login_required
@require_safe
def team(request: HttpRequest, slug: str) -> HttpResponse:
    """Its members, who is invited, and the way out."""
    found = get_object_or_404(_of(request), slug=slug)
    return team_page(request, found, InvitationForm(), status=200)


@private_page
@login_required
@require_POST
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """An owner invites somebody."""
    found = get_object_or_404(_led(request), slug=slug)
    form = InvitationForm(request.POST)
    if form.is_valid():
        try:
            invite_member(
                organisation_id=found.pk,
                by_id=_person(request).pk,
                email=form.cleaned_data["email"],
                role=Role(form.cleaned_data["role"]),
                language=spoken(),
            )
        except TooManyInvitations:
            form.add_error("email", _("Enough invitations for today. Try again tomorrow."))
        else:
            return redirect("organisations:team", slug)
    return team_page(request, found, form, status=422)


@private_page
@login_required
@require_POST
def invitation_removal(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """An owner takes an invitation back."""
    found = get_object_or_404(_led(request), slug=slug)
    withdraw_invitation(organisation_id=found.pk, invitation_id=invitation_id)
    return redirect("organisations:team", slug)


@private_page
@login_required
@require_POST
def role(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    """An owner gives a member another role."""
    found = get_object_or_404(_led(request), slug=slug)
    get_object_or_404(Membership, organisation=found, person_id=person_id)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return team_page(request, found, InvitationForm(), status=422)
    try:
        change_role(
            organisation_id=found.pk,
            person_id=person_id,
            role=Role(form.cleaned_data["role"]),
            by_id=_person(request).pk,
        )
    except LastOwner:
        return team_page(request, found, InvitationForm(), status=409, last_owner=True)
    return redirect("organisations:team", slug)


@private_page
@login_required
@require_POST
def removal(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    """A member leaves, or an owner takes a member out."""
    myself = _person(request)
    mine = _of(request) if person_id == myself.pk else _led(request)
    found = get_object_or_404(mine, slug=slug)
    get_object_or_404(Membership, organisation=found, person_id=person_id)
    try:
        leave_team(organisation_id=found.pk, person_id=person_id, by_id=myself.pk)
    except LastOwner:
        return team_page(request, found, InvitationForm(), status=409, last_owner=True)
    if person_id == myself.pk:
        return redirect("organisations:yours")
    return redirect("organisations:team", slug)


def team_page(
    request: HttpRequest,
    found: Organisation,
    form: InvitationForm,
    *,
    status: int,
    last_owner: bool = False,
) -> HttpResponse:
    """The page of the team as this person may see it."""
    places = found.memberships.select_related("person").order_by("joined_at", "pk")
    mine = next(place for place in places if place.person_id == request.user.pk)
    waiting = found.invitations.open().order_by("pk")
    context = {
        "organisation": found,
        "places": places,
        "mine": mine,
        "leads": mine.role == Role.OWNER,
        "invitations": waiting if mine.role == Role.OWNER else [],
        "form": form,
        "roles": Role.choices,
        "last_owner": last_owner,
    }
    return render(request, "people/organisations/team.html", context, status=status)


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)
    return request.user


def _of(request: HttpRequest) -> QuerySet[Organisation]:
    return Organisation.objects.of(_person(request))


def _led(request: HttpRequest) -> QuerySet[Organisation]:
    return Organisation.objects.led_by(_person(request))
