"""The desk's first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.desk.waiting import waiting_for
from colletta.people.desk import desk_page, roles_of
from colletta.people.models import Person
from colletta.people.models.desk_role import Role


@desk_page()
@require_safe
def morning(request: HttpRequest) -> HttpResponse:
    """What waits for this person today."""
    assert isinstance(request.user, Person)
    roles = frozenset(roles_of(request.user))
    context = {"waiting": waiting_for(roles), "decides": Role.OPERATOR in roles}
    context["keeps_books"] = Role.TREASURER in roles
    return render(request, "desk/morning.html", context)
