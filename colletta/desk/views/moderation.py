"""What people reported, what waits to be read first: looked at, hidden, decided."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colletta.community.actions.decide_case import CaseIsDecided, decide_case
from colletta.community.actions.hide_at_once import hide_at_once
from colletta.community.actions.reopen_case import reopen_case
from colletta.community.actions.show_comment import show_comment
from colletta.community.models import Appeal, Case, Comment, Decision
from colletta.desk.forms import DecisionForm
from colletta.desk.moderation import SHOWN, Matter, contested, matter_of, open_matters, record_of
from colletta.history.clock import now
from colletta.people.desk import desk_page
from colletta.people.models import Person
from colletta.people.models.desk_role import Role
from colletta.settlement.actions.suspend_campaign import NothingToSuspend


@desk_page(Role.OPERATOR, Role.MODERATOR)
@require_safe
def moderation(request: HttpRequest) -> HttpResponse:
    """Appeals, cases, first comments; the oldest of each first."""
    waiting = Comment.objects.waiting().select_related("campaign")
    context = {
        "matters": open_matters(),
        "contested": contested(),
        "waiting": waiting[:SHOWN],
        "cases": Case.objects.open().count(),
        "appeals": Appeal.objects.open().count(),
        "comments": waiting.count(),
    }
    return render(request, "desk/moderation/queue.html", context)


@desk_page(Role.OPERATOR, Role.MODERATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One case with its context; POST decides it."""
    matter = matter_of(get_object_or_404(Case.objects.with_subjects(), pk=number))
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _changed(request, matter, lambda: _decide(request, matter, form), _("Decided."))
    before = Case.objects.filter(**{matter.case.kind: getattr(matter.case, matter.case.kind)})
    context = {
        "matter": matter,
        "form": form,
        "before": before.exclude(pk=number).filter(decided_at__isnull=False),
        "record": record_of(matter.case),
    }
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    return render(request, "desk/moderation/case.html", context, status=status)


@desk_page(Role.OPERATOR, Role.MODERATOR)
@require_POST
def hiding(request: HttpRequest, number: int) -> HttpResponse:
    """Out of sight with one click, while the desk still looks."""
    matter = matter_of(get_object_or_404(Case.objects.with_subjects(), pk=number))
    return _changed(request, matter, lambda: _hide(request, matter), _("Nobody sees it now."))


@desk_page(Role.OPERATOR, Role.MODERATOR)
@require_POST
def second_case(request: HttpRequest, number: int) -> HttpResponse:
    """The desk looks again by itself at what it decided."""
    before = get_object_or_404(Case, pk=number)
    again = reopen_case(case_id=before.pk, by=_moderator(request), at=now())
    return HttpResponseRedirect(reverse("desk:case", args=[again.pk]))


@desk_page(Role.OPERATOR, Role.MODERATOR)
@require_POST
def publication(request: HttpRequest, number: int) -> HttpResponse:
    """Everybody may read a first comment."""
    comment = get_object_or_404(Comment.objects.waiting(), pk=number)
    show_comment(comment_id=comment.pk, by=_moderator(request))
    messages.success(request, _("Everybody can read it now."))
    return HttpResponseRedirect(reverse("desk:moderation"))


def _changed(
    request: HttpRequest, matter: Matter, change: Callable[[], None], done: str
) -> HttpResponse:
    """Says what became of it; where the change was not possible, why."""
    try:
        change()
        messages.success(request, done)
    except CaseIsDecided:
        messages.warning(request, _("Somebody else decided it already."))
    except NothingToSuspend:
        messages.warning(request, _("This campaign is over and cannot be paused."))
        return HttpResponseRedirect(reverse("desk:case", args=[matter.case.pk]))
    return HttpResponseRedirect(reverse("desk:moderation"))


def _decide(request: HttpRequest, matter: Matter, form: DecisionForm) -> None:
    decide_case(
        case_id=matter.case.pk,
        decision=Decision(form.cleaned_data["decision"]),
        because=form.cleaned_data["because"],
        by=_moderator(request),
        at=now(),
    )


def _hide(request: HttpRequest, matter: Matter) -> None:
    """In place of a comment everybody reads the reason, in the language of its campaign."""
    language = matter.campaign.language if matter.campaign else "en"
    with override(language):
        because = _("It was reported, and we are looking at it.")
    hide_at_once(case_id=matter.case.pk, because=because, by=_moderator(request), at=now())


def _moderator(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person), "desk_page lets in nobody else"
    return request.user
