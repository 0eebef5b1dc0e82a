"""Somebody promises money to a campaign."""

from datetime import datetime
from typing import Any

from colletta.history.actions.record import record
from colletta.money import Money
from colletta.payments.actions.intend_payment import intend_payment
from colletta.payments.models import Payment
from colletta.people.models import email_key
from colletta.pledges.models import Pledge
from colletta.pledges.window import while_open


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
    terms: dict[str, Any] = {"name": name, "email": email, "email_key": email_key(email)}
    terms |= {"show_name": show_name, "show_amount": show_amount, "message": message}
    terms |= {"currency": amount.currency, "amount_minor": amount.minor}
    if made_at is not None:
        terms["made_at"] = made_at
    with while_open(campaign_id):
        pledge = Pledge.objects.create(campaign_id=campaign_id, **terms)
        payment = intend_payment(
            purpose="pledge",
            purpose_id=pledge.pk,
            amount=amount,
            method=method,
            provider=provider,
            provider_account=provider_account,
        )
        record("pledge.made", about=str(pledge), details={"campaign": campaign_id})
    return pledge, payment
