"""The refusal of a payment is weighed on the try that led to it."""

from uuid import uuid4

import pytest

from colletta.history.clock import now
from colletta.limits.actions.pass_gate import pass_gate
from colletta.limits.models import Attempt
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import State
from colletta.pledges.actions.retry_payment import retry_payment
from colletta.pledges.tries import try_after, try_of, try_with_form
from tests.cast import live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_the_first_payment_belongs_to_its_form_and_each_later_one_to_its_own_try() -> None:
    key = uuid4()
    assert try_with_form(key) == f"form:{key}"
    pledge, first = pledge_of_bruno(live_campaign(), form_key=key)
    assert try_of(first) == f"form:{key}"
    assert try_with_form(key) == try_after(first)
    cancel_payment(payment_id=first.pk, at=now(), into=State.REFUSED)
    second = retry_payment(pledge_id=pledge.pk, method="card", provider="recorded")
    assert try_of(second) == try_after(first)


def test_A1_each_refusal_is_weighed() -> None:
    key = uuid4()
    _pass(f"form:{key}")
    pledge, first = pledge_of_bruno(live_campaign(), form_key=key)
    cancel_payment(payment_id=first.pk, at=now(), into=State.REFUSED)
    _pass(try_with_form(key))
    second = retry_payment(pledge_id=pledge.pk, method="card", provider="recorded")
    cancel_payment(payment_id=second.pk, at=now(), into=State.REFUSED)
    assert Attempt.objects.filter(refused_at__isnull=False).count() == 2


def test_A1_each_payment_that_went_well_is_known_at_the_gate() -> None:
    key = uuid4()
    _pass(f"form:{key}")
    _, payment = pledge_of_bruno(live_campaign(), form_key=key)
    capture_payment(payment_id=payment.pk, at=now())
    assert Attempt.objects.get(paid_at__isnull=False).reference == f"form:{key}"


def _pass(reference: str) -> None:
    pass_gate(
        kind="pledge",
        reference=reference,
        address="192.0.2.7",
        email="bruno@posta.example",
        subject="campaign:1",
        proved=False,
    )
