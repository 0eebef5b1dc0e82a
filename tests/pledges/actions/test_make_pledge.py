"""Somebody promises money to a campaign."""

from uuid import uuid4

import pytest
from django.db import DataError

from colletta.history.models import Fact
from colletta.payments.models import Payment
from colletta.pledges.actions.make_pledge import FormWasUsed
from colletta.pledges.models import Pledge
from tests.cast import eur, let_the_closing_come, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_the_intent_is_written_before_any_money_moves() -> None:
    pledge, payment = pledge_of_bruno(live_campaign(), "20.00")
    assert payment.amount == pledge.amount == eur("20.00")
    assert payment.state == "intended"
    assert payment.provider_object is None


def test_the_address_is_kept_as_typed_and_compared_folded() -> None:
    pledge, _ = pledge_of_bruno(live_campaign(), email="Bruno.ROSSI@Posta.example")
    assert pledge.email == "Bruno.ROSSI@Posta.example"
    assert pledge.email_key == "bruno.rossi@posta.example"


def test_nothing_is_shown_until_it_was_chosen() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    assert (pledge.show_name, pledge.show_amount) == (False, False)


def test_the_fact_names_no_person() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    fact = Fact.objects.get(kind="pledge.made")
    assert fact.about == f"pledge:{pledge.pk}"
    assert "Bruno" not in str(fact.details)


def test_a_failure_on_the_way_leaves_neither_pledge_nor_payment() -> None:
    campaign = live_campaign()
    with pytest.raises(DataError):
        pledge_of_bruno(campaign, method="a method whose name is far too long")
    assert not Pledge.objects.exists()
    assert not Payment.objects.exists()


def test_a_form_sent_again_gives_the_same_pledge() -> None:
    campaign, key = live_campaign(), uuid4()
    first = pledge_of_bruno(campaign, form_key=key)
    assert pledge_of_bruno(campaign, form_key=key) == first
    assert Payment.objects.count() == 1


def test_a_form_sent_again_after_the_closing_still_finds_its_pledge() -> None:
    campaign, key = live_campaign(), uuid4()
    first = pledge_of_bruno(campaign, form_key=key)
    let_the_closing_come(campaign)
    assert pledge_of_bruno(campaign, form_key=key) == first


def test_a_form_sent_again_with_other_terms_says_so() -> None:
    campaign, key = live_campaign(), uuid4()
    pledge, _ = pledge_of_bruno(campaign, "20.00", form_key=key)
    with pytest.raises(FormWasUsed) as refusal:
        pledge_of_bruno(campaign, "50.00", form_key=key)
    assert refusal.value.pledge == pledge
    assert Pledge.objects.count() == 1
