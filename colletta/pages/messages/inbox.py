"""Every conversation of a person."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.community.letterbox import conversations_of
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language

ON_A_PAGE = 40


@private_page
@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Those they began, and those with campaigns they look after; the newest word first."""
    assert isinstance(request.user, Person)
    page = Paginator(conversations_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    language = page_language()
    rows = [(one, one.campaign.text_in(language).title) for one in page]
    context = {"page": page, "rows": rows, "person": request.user}
    return render(request, "pages/messages/inbox.html", context)
