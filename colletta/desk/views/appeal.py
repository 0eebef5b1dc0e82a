"""An appeal is answered."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.community.actions.decide_appeal import SomebodyElseLooksAgain, decide_appeal
from colletta.community.actions.decide_case import CaseIsDecided
from colletta.community.models import Appeal, Case
from colletta.community.rights import others_moderate
from colletta.desk.forms import SecondLookForm
from colletta.desk.moderation import matter_of
from colletta.history.clock import now
from colletta.people.desk import desk_page
from colletta.people.models import Person
from colletta.people.models.desk_role import Role
from colletta.settlement.actions.suspend_campaign import NothingToSuspend


@desk_page(Role.OPERATOR, Role.MODERATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: HttpRequest, number: int) -> HttpResponse:
    """What was decided and why, what the other side says, and the answer."""
    found = get_object_or_404(Appeal.objects.select_related("report"), pk=number)
    case = Case.objects.with_subjects().get(pk=found.case_id)
    form = SecondLookForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (answer := _answered(request, found, form)):
        return answer
    person = request.user
    assert isinstance(person, Person), "desk_page lets in nobody else"
    context = {
        "appeal": found,
        "matter": matter_of(case),
        "form": form,
        "others": case.decided_by_id == person.pk and others_moderate(person),
    }
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, "desk/moderation/appeal.html", context, status=status)


def _answered(request: HttpRequest, found: Appeal, form: SecondLookForm) -> HttpResponse | None:
    assert isinstance(request.user, Person), "desk_page lets in nobody else"
    try:
        decide_appeal(
            appeal_id=found.pk,
            granted=form.cleaned_data["answer"] == "granted",
            because=form.cleaned_data["because"],
            by=request.user,
            at=now(),
        )
        messages.success(request, _("Answered."))
    except CaseIsDecided:
        messages.warning(request, _("Somebody else decided it already."))
    except SomebodyElseLooksAgain:
        form.add_error(None, _("You decided it: leave the second look to somebody else."))
        return None
    except NothingToSuspend:
        form.add_error(None, _("This campaign is over and cannot be paused."))
        return None
    return HttpResponseRedirect(reverse("desk:moderation"))
