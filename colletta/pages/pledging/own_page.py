"""What the page behind a signed link shows."""

from datetime import timedelta
from typing import Any

from django.conf import settings

from colletta.campaigns.models import Campaign, State, Type
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.ledger.actions.post import PostingRefused
from colletta.pages.campaign.words import standing_of
from colletta.pages.pledging.crossing import crossed_by
from colletta.pages.pledging.stages import PAYABLE, STANDING, Stage, stage_of, told
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.models import LIVE_STATES, Payment
from colletta.payments.models import State as PaymentState
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import NoSuchProvider
from colletta.pledges.effects import Standing, effects_of_a_gift
from colletta.pledges.forms import RefundRequestForm, VisibilityForm
from colletta.pledges.link import address_of, token_of
from colletta.pledges.models import Pledge
from colletta.ui.templatetags.ui import page_language

BETWEEN_LOOKS = timedelta(seconds=2)


def look(pledge: Pledge) -> tuple[Payment | None, bool]:
    """The latest payment, after its provider was asked; and whether it may have moved since.

    Asked at most once in two seconds, whoever reloads: a look at the page that comes too soon after
    another says so. Where the provider is silent the payment stays as it is.
    """
    payments = Payment.objects.filter(purpose="pledge", purpose_id=pledge.pk).order_by("-pk")
    payment, at = payments.first(), now()
    if payment is None or payment.state not in LIVE_STATES:
        return payment, False
    if payment.state == PaymentState.AUTHORISED:
        return payment, False
    if payment.looked_at is not None and payment.looked_at > at - BETWEEN_LOOKS:
        return payment, True
    try:
        payment = refresh_payment(payment_id=payment.pk, at=at)
    except (OutcomeUnknown, ProviderRefused, NoSuchProvider):
        return payment, False
    except PostingRefused:
        return payment, True  # it moved, and cannot be booked right now: the sweep will
    pledge.refresh_from_db()
    return payment, False


def own_page(pledge: Pledge) -> dict[str, Any]:
    """Where the pledge stands, what it did, what its supporter can do."""
    payment, too_soon = look(pledge)
    campaign = _campaign_of(pledge)
    at = now()
    figures = figures_of(campaign, at=at)
    stage, is_open = stage_of(pledge, payment), figures.state == State.LIVE
    if too_soon and stage == Stage.UNPAID:
        stage = Stage.ASKING
    stands = Standing(headline=figures.headline, supporters=figures.supporters, at=at)
    switches = {"show_name": pledge.show_name, "show_amount": pledge.show_amount}
    return {
        "pledge": pledge,
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "told": told(stage),
        "can_pay": stage in PAYABLE and is_open,
        "too_late": stage in PAYABLE and not is_open,
        "waiting": stage in (Stage.ASKING, Stage.ON_ITS_WAY),
        "stands": stage in STANDING,
        "is_open": is_open,
        "promise": campaign.type == Type.ALL_OR_NOTHING,
        "figures": figures,
        "standing": standing_of(figures) if is_open else "",
        "crossed": crossed_by(pledge, figures.matches),
        "effects": effects_of_a_gift(campaign=campaign, standing=stands) if is_open else [],
        "token": token_of(pledge),
        "address": address_of(pledge, page_language()),
        "campaign_address": f"{settings.COLLETTA_URL}/{page_language()}/campaigns/{campaign.slug}/",
        "showing": VisibilityForm(initial=switches | {"message": pledge.message}),
        "asking": RefundRequestForm(),
        "refund_request": pledge.refund_requests.filter(taken_back_at=None).last(),
    }


def _campaign_of(pledge: Pledge) -> Campaign:
    campaign = Campaign.objects.with_telling().get(pk=pledge.campaign_id)
    pledge.campaign = campaign
    return campaign
