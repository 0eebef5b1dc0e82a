"""The switch that stops all movement of money."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.desk.forms import ReasonForm
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.thaw import thaw
from colletta.ledger.checks import check_books
from colletta.ledger.models import Freeze
from colletta.people.desk import desk_page
from colletta.people.models.desk_role import Role


@desk_page(Role.OPERATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def money(request: HttpRequest) -> HttpResponse:
    """Stops money, or lets it move again; both ask why.

    While an invariant does not hold money stays stopped: the minute check would stop it again.
    """
    switch = Freeze.objects.get()
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _turned(request, form, frozen=switch.frozen_at is not None)
    context = {"switch": switch, "form": form}
    return render(request, "desk/money.html", context, status=400 if form.is_bound else 200)


def _turned(request: HttpRequest, form: ReasonForm, *, frozen: bool) -> HttpResponse:
    reason, by = form.cleaned_data["reason"], f"person:{request.user.pk}"
    if not frozen:
        freeze(reason=reason, by=by)
        messages.warning(request, _("Money is stopped."))
        return HttpResponseRedirect(reverse("desk:morning"))
    if any(not result.holds for result in check_books()):
        messages.error(request, _("The books are not true yet: see what is broken."))
        return HttpResponseRedirect(reverse("desk:books"))
    thaw(reason=reason, by=by)
    messages.success(request, _("Money may move again."))
    return HttpResponseRedirect(reverse("desk:morning"))
