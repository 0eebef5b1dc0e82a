"""A person's own page: where everything of theirs begins."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.people.desk import has_role
from colletta.people.models import Person
from colletta.ui.private import private_page


@private_page
@login_required
@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    """The ways on: gifts, profile, organisations, security; the desk for who works there."""
    assert isinstance(request.user, Person)
    return render(request, "people/yours.html", {"desk": has_role(request.user)})
