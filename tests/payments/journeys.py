"""Bruno's pledge, paid through the running company."""

import json
from itertools import count

from colletta.campaigns.models import Campaign
from colletta.payments.actions.start_payment import start_payment
from colletta.payments.models import Payment
from tests.cast import live_campaign, pledge_of_bruno
from tests.payments.company import Company, signed

EVENTS = count(1)
# The company's record outlives each test's database, so payments get numbers of their own.
NUMBERS = count(2_000_000)


def intended(
    company: Company, *, campaign: Campaign | None = None, amount: str = "20.00"
) -> Payment:
    """A payment that the company does not know yet."""
    _, payment = pledge_of_bruno(
        campaign or Campaign.objects.first() or live_campaign(),
        amount,
        provider="sandbox",
        provider_account=company.account,
    )
    number = next(NUMBERS)
    Payment.objects.filter(pk=payment.pk).update(id=number)
    return Payment.objects.get(pk=number)


def started(
    company: Company, *, campaign: Campaign | None = None, save_for_later: bool = False
) -> Payment:
    """A payment whose supporter is on the company's page."""
    payment = intended(company, campaign=campaign)
    start(payment, save_for_later=save_for_later)
    payment.refresh_from_db()
    return payment


def start(payment: Payment, *, save_for_later: bool = False) -> str:
    """Bring a payment to the company; its page."""
    return start_payment(
        payment_id=payment.pk,
        payee="Circolo Aurora",
        description="Un orto in cortile",
        return_url="http://localhost/it/",
        language="it",
        save_for_later=save_for_later,
    )


def notice_about(
    company: Company, payment: Payment, **changes: str
) -> tuple[dict[str, str], bytes]:
    """A notice as the company signs it: its header and its body."""
    content = {
        "id": f"evt_{next(EVENTS)}",
        "type": "payment.succeeded",
        "object": payment.provider_object,
        "account": company.account,
        "mode": "test",
        "api_version": "2026-05-01",
    }
    body = json.dumps(content | changes).encode()
    return signed(body), body


def refund_at(company: Company, payment: Payment, minor: int) -> None:
    """Somebody gives money back on the company's side, without us."""
    path = f"/v1/payments/{payment.provider_object}/refunds"
    company.ask("POST", path, {"amount": minor})


def paid(company: Company, *, campaign: Campaign | None = None) -> Payment:
    """A payment whose supporter has paid, which we do not know yet."""
    payment = started(company, campaign=campaign)
    company.press(str(payment.provider_object), "pay")
    return payment
