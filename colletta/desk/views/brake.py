"""One brake, which somebody at the desk can release."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.desk.forms import ReasonForm
from colletta.history.clock import now
from colletta.limits.actions.release_brake import BrakeIsOff, release_brake
from colletta.limits.models import Brake
from colletta.people.desk import desk_page
from colletta.people.models.desk_role import Role


@desk_page(Role.OPERATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def brake_release(request: HttpRequest, number: int) -> HttpResponse:
    """Asks why, then guests may give again without proving their mailbox."""
    brake = get_object_or_404(Brake, pk=number)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        by = f"person:{request.user.pk}"
        try:
            release_brake(brake_id=brake.pk, at=now(), by=by, reason=reason)
            messages.success(request, _("The brake is off."))
        except BrakeIsOff:
            messages.success(request, _("The brake was off already."))
        return HttpResponseRedirect(reverse("desk:morning"))
    status = 400 if form.is_bound else 200
    return render(request, "desk/brake.html", {"brake": brake, "form": form}, status=status)
