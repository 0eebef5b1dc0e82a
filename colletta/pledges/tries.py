"""What each try to pay is called before the gate, so that its refusal can be weighed there."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from colletta.payments.models import Payment
from colletta.pledges.models import Pledge

# Every gift asks this: in SQL, which takes Django longer to write than the database to answer.
LED_TO_BY = """
    SELECT (SELECT max(id) FROM payments_payment
        WHERE purpose = 'pledge' AND purpose_id = %(pledge)s AND id < %(payment)s), form_key
    FROM pledges_pledge WHERE id = %(pledge)s
"""


def try_with_form(form_key: UUID) -> str:
    """The try of a form: its first payment, or one more after those it made."""
    pledge = Pledge.objects.filter(form_key=form_key).first()
    return try_after(_payments(pledge.pk).last()) if pledge else f"form:{form_key}"


def try_after(payment: Payment | None) -> str:
    """The try that follows a payment of the same pledge."""
    return f"after:{payment}"


def try_of(payment: Payment) -> str:
    """The try that led to a payment of a pledge."""
    with connection.cursor() as cursor:
        cursor.execute(LED_TO_BY, {"payment": payment.pk, "pledge": payment.purpose_id})
        earlier, form_key = cursor.fetchone()
    return f"after:payment:{earlier}" if earlier else f"form:{form_key}"


def _payments(pledge_id: int) -> QuerySet[Payment]:
    return Payment.objects.filter(purpose="pledge", purpose_id=pledge_id).order_by("pk")
