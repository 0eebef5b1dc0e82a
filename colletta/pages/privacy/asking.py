"""Asking by mail what is held: the page never tells whether an address is known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.history.clock import now
from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.pages.privacy.forms import AskingForm
from colletta.pages.private import private_page
from colletta.privacy.actions.ask_by_mail import ask_by_mail
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form, and after it the same words for every address."""
    form = AskingForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _asked(request, form):
        context = {"email": form.cleaned_data["email"]}
        return render(request, "pages/privacy/asked.html", context)
    status = 422 if form.errors else 200
    return render(request, "pages/privacy/asking.html", {"form": form}, status=status)


def _asked(request: HttpRequest, form: AskingForm) -> bool:
    """False where too many were asked for from there, which the form says."""
    try:
        count_words(kind="privacy", address=request.META.get("REMOTE_ADDR", ""))
    except TooManyTries:
        form.add_error(None, _("Too many addresses came from here. Please try again later."))
        return False
    ask_by_mail(email=form.cleaned_data["email"], language=page_language(), at=now())
    return True
