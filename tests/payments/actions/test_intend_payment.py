"""The intent stands before the money moves."""

import pytest

from colletta.payments.actions.intend_payment import PaymentIsLive, intend_payment
from colletta.payments.models import Payment
from tests.cast import eur

pytestmark = pytest.mark.django_db


def test_a_second_live_payment_for_a_pledge_is_refused() -> None:
    _intend()
    with pytest.raises(PaymentIsLive):
        _intend()
    assert Payment.objects.count() == 1


def test_after_a_refusal_another_payment_may_try() -> None:
    Payment.objects.filter(pk=_intend().pk).update(state="refused")
    assert _intend().state == "intended"


def _intend() -> Payment:
    return intend_payment(
        purpose="pledge", purpose_id=1, amount=eur("20.00"), method="card", provider="recorded"
    )
