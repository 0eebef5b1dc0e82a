"""From our page to the provider's, and what happens when it is not there."""

from django.http import HttpResponse

from colletta.campaigns.models import Type
from colletta.ledger.actions.post import MoneyIsFrozen
from colletta.payments.actions.start_payment import PaymentIsNotStartable, start_payment
from colletta.payments.models import LIVE_STATES, Payment
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import NoSuchProvider
from colletta.pledges.actions.retry_payment import NothingToPay, retry_payment
from colletta.pledges.link import address_of
from colletta.pledges.models import Pledge
from colletta.pledges.window import CampaignIsNotOpen
from colletta.ui.templatetags.ui import page_language

UNREACHABLE = "payment=unreachable"


def leave_to_pay(pledge: Pledge, payment: Payment) -> HttpResponse:
    """303 to the provider's page of the pledge's live payment; after a refusal, of a new one.

    Where there is nothing to pay, or nobody answers, 303 to the pledge's own page: it is kept
    there, and its button tries again.
    """
    own = address_of(pledge, page_language())
    try:
        live = payment if payment.state in LIVE_STATES else _again(pledge, payment)
        return see(_provider_page(pledge, live, own))
    except (NothingToPay, PaymentIsNotStartable, CampaignIsNotOpen):
        return see(own)
    except (OutcomeUnknown, ProviderRefused, NoSuchProvider, MoneyIsFrozen):
        return see(f"{own}?{UNREACHABLE}")


def see(address: str) -> HttpResponse:
    """The answer to a form: look there, with GET."""
    return HttpResponse(status=303, headers={"Location": address})


def _again(pledge: Pledge, payment: Payment) -> Payment:
    return retry_payment(
        pledge_id=pledge.pk,
        method=payment.method,
        provider=payment.provider,
        provider_account=payment.provider_account,
    )


def _provider_page(pledge: Pledge, payment: Payment, own: str) -> str:
    campaign = pledge.campaign
    return start_payment(
        payment_id=payment.pk,
        payee=campaign.owner.name[:200],
        description=campaign.text_in(page_language()).title[:500],
        return_url=own,
        language=page_language(),
        save_for_later=campaign.type == Type.ALL_OR_NOTHING,
    )
