"""Whether the books are true, asked now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.ledger.checks import check_books
from colletta.people.desk import desk_page
from colletta.people.models.desk_role import Role


@desk_page(Role.OPERATOR, Role.TREASURER)
@require_safe
def books(request: HttpRequest) -> HttpResponse:
    """Every invariant with its answer."""
    results = check_books()
    broken = [one for one in results if not one.holds]
    return render(request, "desk/books.html", {"results": results, "broken": broken})
