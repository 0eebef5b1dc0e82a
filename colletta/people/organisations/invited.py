"""The link of an invitation."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from colletta.people.actions.accept_invitation import InvitationIsOver, accept_invitation
from colletta.people.invitations import invitation_of
from colletta.people.models import Person
from colletta.ui.private import private_page


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it tells who invites to what; the button takes it up."""
    assert isinstance(request.user, Person)
    found = invitation_of(token)
    if found is None:
        return render(request, "people/organisations/over.html", status=404)
    if request.method != "POST":
        context = {"invitation": found, "organisation": found.organisation}
        return render(request, "people/organisations/invitation.html", context)
    try:
        accept_invitation(token=token, person_id=request.user.pk)
    except InvitationIsOver:
        return render(request, "people/organisations/over.html", status=404)
    return redirect("organisations:team", found.organisation.slug)
