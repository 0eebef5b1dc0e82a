"""The form of a call: a new one, or one that is there."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.matching.actions.change_call import CallIsClosed, WindowOnlyGrows, change_call
from colletta.matching.actions.draft_call import draft_call
from colletta.matching.models import CallState
from colletta.matching.soundness import RuleIsUnsound
from colletta.matching.steps import MatchRefused, PoolCannotBear
from colletta.pages.calls.faults import at_field, sentence_of_fault
from colletta.pages.calls.forms import CallForm
from colletta.pages.calls.gate import EDITORS, call_for, partner_page, partners_of, person_of


@partner_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, organisation: str) -> HttpResponse:
    """A new call of a partner; what was typed stays when something is wrong with it."""
    mine = partners_of(request, *EDITORS)
    partner = get_object_or_404(mine, organisation__slug=organisation)
    form = CallForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            drafted = draft_call(
                partner_id=partner.pk, by_id=person_of(request).pk, outline=form.outline()
            )
        except MatchRefused:
            form.add_error(None, _not_kept())
        else:
            messages.success(request, _("The call is kept as a draft."))
            return redirect("partners:call", drafted.slug)
    return _page(request, form, {"partner": partner})


@partner_page
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The same form for a call that is not closed."""
    call = call_for(request, slug, *EDITORS)
    if call.state == CallState.CLOSED:
        raise Http404
    form = CallForm(request.POST if request.method == "POST" else None, call=call)
    if form.is_bound and form.is_valid() and _changed(request, call.pk, form):
        messages.success(request, _("The call is changed."))
        return redirect("partners:call", slug)
    return _page(request, form, {"partner": call.partner, "call": call})


def _changed(request: HttpRequest, call_id: int, form: CallForm) -> bool:
    try:
        change_call(call_id=call_id, by_id=person_of(request).pk, outline=form.outline())
    except WindowOnlyGrows:
        form.add_error("closes_on", _("Campaigns rely on this day: it can only be moved later."))
    except PoolCannotBear:
        form.add_error("pool", _("More than that is promised to campaigns already."))
    except RuleIsUnsound as unsound:
        for fault in unsound.faults:
            form.add_error(at_field(fault, form.cleaned_data["gives"]), sentence_of_fault(fault))
    except (CallIsClosed, MatchRefused):
        form.add_error(None, _not_kept())
    else:
        return True
    return False


def _not_kept() -> str:
    return _("This cannot be kept. Look at the rule and the days once more.")


def _page(request: HttpRequest, form: CallForm, context: dict[str, object]) -> HttpResponse:
    asked = form.fields_of("question_")
    context |= {"form": form, "questions": asked}
    status = 422 if form.is_bound else 200
    return render(request, "pages/calls/edit.html", context, status=status)
