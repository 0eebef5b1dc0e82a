"""Receipts that the law keeps of supporters who were erased."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.people.desk import desk_page
from colletta.people.models.desk_role import Role
from colletta.privacy.models import KeptReceipt

ON_A_PAGE = 50


@desk_page(Role.TREASURER)
@require_safe
def receipts(request: HttpRequest) -> HttpResponse:
    """Whose, how much, until when: for whoever keeps the books and for nobody else."""
    kept = KeptReceipt.objects.select_related("pledge").order_by("-given_at", "-pk")
    page = Paginator(kept, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/receipts.html", {"page": page})
