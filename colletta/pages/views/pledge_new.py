"""Where supporting a campaign begins."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.campaigns.models import Campaign, State
from colletta.figures import CampaignFigures, figures_of
from colletta.history.clock import now
from colletta.ledger.actions.post import MoneyIsFrozen
from colletta.pages.campaign.words import ending_of
from colletta.pages.pledging.asking import giver_of, question
from colletta.pages.pledging.gate import Stopped, pass_to_payment
from colletta.pages.pledging.leaving import leave_to_pay, see
from colletta.pages.pledging.ways import Way, way_to_pay
from colletta.pages.private import private_page
from colletta.payments.models import Payment
from colletta.pledges.actions.make_pledge import FormWasUsed, make_pledge
from colletta.pledges.actions.withdraw_pledge import PledgeStays, withdraw_pledge
from colletta.pledges.forms import PledgeForm
from colletta.pledges.link import address_of
from colletta.pledges.models import Pledge
from colletta.pledges.tries import try_with_form
from colletta.pledges.window import CampaignIsNotOpen
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def pledge_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks for amount, name, e-mail, method; then leads to the provider's page.

    A campaign that is not open, or a site that takes no payments, says so, with a way on.
    """
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    figures = figures_of(campaign, at=now())
    if figures.state != State.LIVE:
        return _closed(request, campaign, figures)
    way = way_to_pay()
    if way is None:
        return _page(request, "no_way", campaign, {})
    form = PledgeForm(
        request.POST if request.method == "POST" else None,
        currency=campaign.currency,
        language=page_language(),
        methods=way.choices,
        person=giver_of(request),
    )
    if form.is_bound and form.is_valid():
        return _pledge(request, campaign, form, way)
    return _ask(request, campaign, figures, form)


def _pledge(request: HttpRequest, campaign: Campaign, form: PledgeForm, way: Way) -> HttpResponse:
    given = form.cleaned_data
    try:
        pass_to_payment(
            request,
            campaign=campaign,
            email=given["email"],
            reference=try_with_form(given["form_key"]),
            code=given["code"],
        )
        pledge, payment = _made(_terms(request, campaign, form, way))
    except Stopped as stopped:
        form.asks_code = stopped.asks_code
        form.add_error("code" if stopped.asks_code else None, stopped.sentence)
        return _ask(request, campaign, figures_of(campaign, at=now()), form, status=stopped.status)
    except CampaignIsNotOpen:
        return _closed(request, campaign, figures_of(campaign, at=now()))
    except FormWasUsed as used:
        return see(f"{address_of(used.pledge, page_language())}?form=used")
    except MoneyIsFrozen:
        form.add_error(None, _("No payment can be made right now. Please try again later."))
        return _ask(request, campaign, figures_of(campaign, at=now()), form, status=503)
    pledge.campaign = campaign
    return leave_to_pay(pledge, payment)


def _made(terms: dict[str, Any]) -> tuple[Pledge, Payment]:
    """The pledge of this form; one with other terms that nobody paid gives way to it."""
    try:
        return make_pledge(**terms)
    except FormWasUsed as used:
        try:
            withdraw_pledge(pledge_id=used.pledge.pk, at=now())
        except PledgeStays:
            raise used from None
        return make_pledge(**terms)


def _terms(request: HttpRequest, campaign: Campaign, form: PledgeForm, way: Way) -> dict[str, Any]:
    person = giver_of(request)
    asked = ("amount", "name", "email", "method", "form_key")
    return {name: form.cleaned_data[name] for name in asked} | {
        "campaign_id": campaign.pk,
        "provider": way.provider,
        "provider_account": way.account,
        "language": page_language(),
        "person_id": person.pk if person else None,
    }


def _ask(
    request: HttpRequest,
    campaign: Campaign,
    figures: CampaignFigures,
    form: PledgeForm,
    status: int = 400,
) -> HttpResponse:
    context = question(campaign, figures, form)
    return _page(request, "new", campaign, context, status=status if form.is_bound else 200)


def _closed(request: HttpRequest, campaign: Campaign, figures: CampaignFigures) -> HttpResponse:
    """How the campaign stands. What was typed too late is shown, so that it is not lost."""
    typed = {}
    if request.method == "POST":
        names = {"amount": _("Amount"), "name": _("Your name"), "email": _("Your e-mail")}
        told = request.POST.dict() | {
            "amount": request.POST.get("amount") or request.POST.get("chosen", "")
        }
        typed = {label: str(told.get(name, ""))[:300] for name, label in names.items()}
    context = {"ending": ending_of(figures), "typed": typed, "figures": figures}
    return _page(request, "closed", campaign, context, status=409 if typed else 200)


def _page(
    request: HttpRequest, name: str, campaign: Campaign, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    about = {"campaign": campaign, "text": campaign.text_in(page_language())}
    return render(request, f"pages/pledging/{name}.html", about | context, status=status)
