"""Somebody promises money to a campaign."""

from datetime import datetime

from django.db import IntegrityError, transaction

from colletta.history.actions.record import record
from colletta.money import Money
from colletta.payments.actions.intend_payment import intend_payment
from colletta.payments.models import Payment
from colletta.people.models import email_key
from colletta.pledges.models import Pledge


class CampaignIsNotOpen(Exception):
    """The campaign has not opened yet, is over, or was stopped."""


def make_pledge(
    *,
    campaign_id: int,
    amount: Money,
    name: str,
    email: str,
    method: str,
    provider: str,
    provider_account: str = "",
    show_name: bool = False,
    show_amount: bool = False,
    message: str = "",
    made_at: datetime | None = None,
) -> tuple[Pledge, Payment]:
    """A pending pledge with its intended payment exists; nothing has moved yet.

    `made_at` is given where the pledge was made elsewhere before. Raises CampaignIsNotOpen: the
    database decides, by its own clock (guard D10).
    """
    terms = {
        "campaign_id": campaign_id,
        "name": name,
        "email": email,
        "email_key": email_key(email),
        "currency": amount.currency,
        "amount_minor": amount.minor,
        "show_name": show_name,
        "show_amount": show_amount,
        "message": message,
    }
    if made_at is not None:
        terms["made_at"] = made_at
    try:
        with transaction.atomic():
            return _write(terms, amount, method, provider, provider_account)
    except IntegrityError as refused:
        if "accepts no pledges now" in str(refused):
            raise CampaignIsNotOpen(f"campaign:{campaign_id}") from refused
        raise


def _write(
    terms: dict[str, object], amount: Money, method: str, provider: str, provider_account: str
) -> tuple[Pledge, Payment]:
    pledge = Pledge.objects.create(**terms)
    payment = intend_payment(
        purpose="pledge",
        purpose_id=pledge.pk,
        amount=amount,
        method=method,
        provider=provider,
        provider_account=provider_account,
    )
    record("pledge.made", about=str(pledge), details={"campaign": pledge.campaign_id})
    return pledge, payment
