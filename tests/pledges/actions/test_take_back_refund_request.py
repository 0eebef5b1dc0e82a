"""A supporter no longer asks for their money back."""

import pytest

from colletta.history.clock import now
from colletta.pledges.actions.ask_for_refund import ask_for_refund
from colletta.pledges.actions.take_back_refund_request import take_back_refund_request
from tests.cast import gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_a_request_is_taken_back_once_and_stays_on_record() -> None:
    gift = gift_of_bruno(live_campaign())
    ask_for_refund(pledge_id=gift.pk, reason="Ripensamento")
    assert take_back_refund_request(pledge_id=gift.pk, at=now())
    assert not take_back_refund_request(pledge_id=gift.pk, at=now())
    (kept,) = gift.refund_requests.all()
    assert kept.taken_back_at is not None


def test_one_may_ask_again_afterwards() -> None:
    gift = gift_of_bruno(live_campaign())
    first = ask_for_refund(pledge_id=gift.pk, reason="")
    take_back_refund_request(pledge_id=gift.pk, at=now())
    assert ask_for_refund(pledge_id=gift.pk, reason="") != first
