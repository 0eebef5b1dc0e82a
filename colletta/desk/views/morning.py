"""The desk's first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.desk.waiting import waiting_for
from colletta.people.desk import desk_page
from colletta.people.models.desk_role import DeskRole, Role


@desk_page()
@require_safe
def morning(request: HttpRequest) -> HttpResponse:
    """What waits for this person today."""
    theirs = DeskRole.objects.filter(person_id=request.user.pk)
    roles = frozenset(theirs.values_list("role", flat=True))
    context = {"waiting": waiting_for(roles), "decides": Role.OPERATOR in roles}
    return render(request, "desk/morning.html", context)
