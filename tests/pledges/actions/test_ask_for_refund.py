"""A supporter asks for their money back."""

import pytest

from colletta.history.models import Fact
from colletta.pledges.actions.ask_for_refund import NothingToGiveBack, ask_for_refund
from tests.cast import gift_of_bruno, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_asking_twice_is_one_request_with_its_reason() -> None:
    gift = gift_of_bruno(live_campaign())
    first = ask_for_refund(pledge_id=gift.pk, reason="Ho sbagliato importo")
    again = ask_for_refund(pledge_id=gift.pk, reason="Un altro motivo")
    assert (again, again.reason) == (first, "Ho sbagliato importo")
    assert Fact.objects.filter(kind="pledge.refund_asked").count() == 1


def test_the_reason_is_in_no_fact() -> None:
    gift = gift_of_bruno(live_campaign())
    ask_for_refund(pledge_id=gift.pk, reason="Ho sbagliato importo")
    assert "sbagliato" not in str(Fact.objects.get(kind="pledge.refund_asked").details)


def test_what_is_not_paid_cannot_come_back() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    with pytest.raises(NothingToGiveBack):
        ask_for_refund(pledge_id=pledge.pk, reason="")
