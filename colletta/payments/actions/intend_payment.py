"""Write down that money is about to move, before anything moves it (rule R2)."""

from django.db import IntegrityError, transaction

from colletta.ledger.switch import require_thawed
from colletta.money import Money
from colletta.payments.models import Payment


class PaymentIsLive(Exception):
    """Another payment for the same purpose is still under way."""


def intend_payment(
    *,
    purpose: str,
    purpose_id: int,
    amount: Money,
    method: str,
    provider: str,
    provider_account: str = "",
) -> Payment:
    """A payment in the state *intended* exists; no provider knows of it yet.

    Raises PaymentIsLive where the purpose has a live payment already (guard D7), MoneyIsFrozen
    while all movement of money is stopped (guard D18).
    """
    try:
        with transaction.atomic():
            require_thawed()
            return Payment.objects.create(
                purpose=purpose,
                purpose_id=purpose_id,
                provider=provider,
                provider_account=provider_account,
                method=method,
                currency=amount.currency,
                amount_minor=amount.minor,
            )
    except IntegrityError as refused:
        if "one_live_payment_per_purpose" in str(refused):
            raise PaymentIsLive(f"{purpose}:{purpose_id}") from refused
        raise
