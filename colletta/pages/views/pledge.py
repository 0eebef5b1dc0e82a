"""The page of one pledge, for whoever holds its signed link."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from colletta.history.clock import now
from colletta.pages.pledging.gate import Stopped, pass_to_payment
from colletta.pages.pledging.leaving import leave_to_pay, see
from colletta.pages.pledging.own_page import look, own_page
from colletta.pages.private import private_page
from colletta.pledges.actions.ask_for_refund import NothingToGiveBack, ask_for_refund
from colletta.pledges.actions.change_visibility import change_visibility
from colletta.pledges.actions.take_back_refund_request import take_back_refund_request
from colletta.pledges.forms import RefundRequestForm, VisibilityForm
from colletta.pledges.link import LinkIsNotOurs, address_of, pledge_of
from colletta.pledges.models import Pledge, State
from colletta.pledges.tries import try_after
from colletta.ui.templatetags.ui import page_language

PledgeView = Callable[[HttpRequest, Pledge], HttpResponse]


def behind_the_link(view: PledgeView) -> Callable[..., HttpResponse]:
    """The pledge of the address; an altered one is answered 404, whatever it once was."""

    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        try:
            pledge = pledge_of(token)
        except LinkIsNotOurs:
            return render(request, "pages/pledging/no_such_link.html", status=404)
        return view(request, pledge)

    return answer


@private_page
@require_safe
@behind_the_link
def pledge(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    """Where the pledge stands; after the payment, the thanks."""
    return _page(request, pledge)


@private_page
@require_POST
@behind_the_link
def payments(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    """Pays what is not paid: goes on with the payment under way, or with a new one."""
    payment, _ = look(pledge)
    if payment is None or pledge.state != State.PENDING:
        return see(_own(pledge))
    try:
        pass_to_payment(
            request,
            campaign=pledge.campaign,
            email=pledge.email,
            reference=try_after(payment),
            code=request.POST.get("code", "").strip()[:20],
        )
    except Stopped as stopped:
        return _page(request, pledge, status=stopped.status, stopped=stopped)
    return leave_to_pay(pledge, payment)


@private_page
@require_POST
@behind_the_link
def visibility(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    """Keeps the message and the two switches."""
    form = VisibilityForm(request.POST)
    if not form.is_valid():
        return _page(request, pledge, status=400, showing=form)
    change_visibility(pledge_id=pledge.pk, **form.cleaned_data)
    return see(f"{_own(pledge)}?kept=visibility#showing")


@private_page
@require_POST
@behind_the_link
def refund_request(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    """Keeps that the supporter asks for their money back."""
    form = RefundRequestForm(request.POST)
    if not form.is_valid():
        return _page(request, pledge, status=400, asking=form)
    try:
        ask_for_refund(pledge_id=pledge.pk, reason=form.cleaned_data["reason"])
    except NothingToGiveBack:
        return see(_own(pledge))
    return see(f"{_own(pledge)}#refund")


@private_page
@require_POST
@behind_the_link
def refund_request_withdrawal(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    """The supporter no longer asks."""
    take_back_refund_request(pledge_id=pledge.pk, at=now())
    return see(f"{_own(pledge)}#refund")


def _page(request: HttpRequest, pledge: Pledge, status: int = 200, **forms: object) -> HttpResponse:
    context = own_page(pledge) | forms
    said = {name: request.GET.get(name, "") for name in ("payment", "form", "kept")}
    return render(request, "pages/pledging/pledge.html", context | {"said": said}, status=status)


def _own(pledge: Pledge) -> str:
    return address_of(pledge, page_language())
