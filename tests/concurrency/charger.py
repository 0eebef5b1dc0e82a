"""One payment, from the intent to the booked gift, in a process that a test stops on the way.

python -m tests.concurrency.charger PAYMENT
"""

import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 - models need the setup first

from colletta.history.clock import now  # noqa: E402
from colletta.payments.actions.refresh_payment import refresh_payment  # noqa: E402
from colletta.payments.models import Payment  # noqa: E402
from tests.payments.company import Company  # noqa: E402
from tests.payments.journeys import start  # noqa: E402


def charge(payment: Payment) -> None:
    """Bring it to the company, press "pay" there, believe what the company then says."""
    terms = settings.PAYMENT_PROVIDERS["sandbox"]
    company = Company(terms["url"], terms["account"], terms["key"])
    start(payment)
    payment.refresh_from_db()
    company.press(str(payment.provider_object), "pay")
    refresh_payment(payment_id=payment.pk, at=now())


if __name__ == "__main__":
    charge(Payment.objects.get(pk=int(sys.argv[1])))
