"""What supporters are told by letter: once, in their language, with their own link."""

import re
from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.payments.actions.authorise_payment import authorise_payment
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment, State
from colletta.pledges.link import address_of
from colletta.pledges.models import Pledge
from tests.cast import live_campaign, match_of_delta, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_F113_a_gift_that_arrives_writes_one_receipt() -> None:
    pledge, payment = _through_a_provider()
    for _ in range(2):
        capture_payment(payment_id=payment.pk, at=now())
    (letter,) = Letter.objects.all()
    assert (letter.kind, letter.to, letter.language) == ("pledges.receipt", pledge.email, "it")
    for part in (letter.text, letter.html):
        assert "20,00\xa0€" in part
        assert address_of(pledge, "it") in part
        assert pledge.reference in part
    assert "Non vale come ricevuta fiscale" in letter.text
    assert "anche se l’obiettivo" in letter.text


def test_a_receipt_says_who_adds_to_what_people_give() -> None:
    pledge, payment = _through_a_provider(language="en")
    match_of_delta(pledge.campaign)
    capture_payment(payment_id=payment.pk, at=now())
    letter = Letter.objects.get()
    for part in (letter.text, letter.html):
        assert "Once €500 has been given, Fondazione Delta adds" in part


def test_a_letter_is_in_the_language_of_the_pledge() -> None:
    _, payment = _through_a_provider(language="en")
    capture_payment(payment_id=payment.pk, at=now())
    letter = Letter.objects.get()
    assert letter.subject.startswith("Your gift of €20 has arrived")
    assert "It is not a receipt for your taxes" in letter.text


def test_nothing_in_a_letter_is_loaded_and_names_do_no_harm() -> None:
    _, payment = _through_a_provider(name="<b>Bruno</b> & C.")
    capture_payment(payment_id=payment.pk, at=now())
    letter = Letter.objects.get()
    assert "<b>" not in letter.html
    assert "<b>Bruno</b> & C." in letter.text
    assert not re.search(r"<img|<link|src=|style=", letter.html)


def test_a_promise_says_that_nothing_was_charged() -> None:
    _, payment = _through_a_provider(closes=timedelta(days=3), kind="all-or-nothing")
    authorise_payment(payment_id=payment.pk, at=now())
    letter = Letter.objects.get()
    assert letter.kind == "pledges.promise"
    assert "Non ti è stato addebitato nulla" in letter.text


def test_a_refusal_gives_the_link_once_however_often_it_is_tried() -> None:
    pledge, payment = _through_a_provider()
    cancel_payment(payment_id=payment.pk, at=now(), into=State.REFUSED)
    again = Payment.objects.create(
        purpose="pledge",
        purpose_id=pledge.pk,
        provider="sandbox",
        method="card",
        currency="EUR",
        amount_minor=2000,
    )
    cancel_payment(payment_id=again.pk, at=now(), into=State.REFUSED)
    letter = Letter.objects.get()
    assert letter.kind == "pledges.refusal"
    assert address_of(pledge, "it") in letter.text


def test_who_turned_back_gets_no_letter() -> None:
    _, payment = _through_a_provider()
    cancel_payment(payment_id=payment.pk, at=now(), into=State.CANCELLED)
    assert not Letter.objects.exists()


def test_gifts_made_elsewhere_or_without_an_address_write_nothing() -> None:
    campaign = live_campaign()
    for changes in ({}, {"provider": "sandbox", "email": ""}):
        _, payment = pledge_of_bruno(campaign, **changes)
        capture_payment(payment_id=payment.pk, at=now())
    assert not Letter.objects.exists()


def _through_a_provider(
    *, closes: timedelta = timedelta(days=20), kind: str = "keep-it-all", **changes: str
) -> tuple[Pledge, Payment]:
    campaign = live_campaign(type=kind, closes_at=now() + closes)
    return pledge_of_bruno(campaign, provider="sandbox", **changes)
