"""How a person keeps what is theirs safe."""

from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from colletta.people.models import Person
from colletta.people.openid.providers import all_providers
from colletta.ui.private import private_page


@private_page
@login_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Address, password, second factor, sessions."""
    assert isinstance(request.user, Person)
    context = {
        "second_factor": is_mfa_enabled(request.user),
        "elsewhere": bool(all_providers()),
        "sessions": len(UserSession.objects.purge_and_list(request.user)),
    }
    return render(request, "people/security.html", context)


@private_page
@login_required
@require_POST
def session_ending(request: HttpRequest, session_id: int) -> HttpResponse:
    """One other session of the same person ends at once."""
    get_object_or_404(UserSession, pk=session_id, user=request.user).end()
    return HttpResponseRedirect(reverse("usersessions_list"))
