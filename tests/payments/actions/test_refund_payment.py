"""What went back is booked once, however often and however late it is told."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.actions.refund_payment import refund_payment
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.cast import eur, gift_of_bruno, live_campaign
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import refund_at, started


@pytest.mark.django_db
def test_F82_a_hundred_refunds_of_one_cent_are_one_euro() -> None:
    pledge = gift_of_bruno(live_campaign(), "20.00")
    payment = Payment.objects.get()
    for cents in range(1, 101):
        refund_payment(payment_id=payment.pk, refunded=eur(f"{cents / 100:.2f}"), at=now())
    pledge.refresh_from_db()
    assert (pledge.state, pledge.net) == ("confirmed", eur("19.00"))
    assert Posting.objects.filter(kind="refund").count() == 100
    assert all(result.holds for result in check_books())


@pytest.mark.django_db
def test_an_older_sum_that_comes_later_changes_nothing() -> None:
    gift_of_bruno(live_campaign(), "20.00")
    payment = Payment.objects.get()
    for refunded in ("15.00", "5.00", "15.00"):
        refund_payment(payment_id=payment.pk, refunded=eur(refunded), at=now())
    assert Pledge.objects.get().net == eur("5.00")
    assert Posting.objects.filter(kind="refund").count() == 1


def test_F81_a_refund_seen_on_many_ways_at_once_is_booked_once(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    refresh_payment(payment_id=payment.pk, at=now())
    refund_at(company, payment, 500)

    def look(_: int) -> None:
        try:
            refresh_payment(payment_id=payment.pk, at=now())
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as people:
        list(people.map(look, range(12)))
    assert Pledge.objects.get().net == eur("15.00")
    assert Posting.objects.filter(kind="refund").count() == 1
    assert all(result.holds for result in check_books())


def test_a_payment_refunded_before_we_heard_of_it_is_booked_in_and_out(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    refund_at(company, payment, 2000)
    refresh_payment(payment_id=payment.pk, at=now())
    assert Pledge.objects.get().state == "refunded"
    assert list(Posting.objects.order_by("pk").values_list("kind", flat=True)) == ["gift", "refund"]
    assert all(result.holds for result in check_books())
