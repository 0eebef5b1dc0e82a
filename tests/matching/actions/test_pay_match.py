"""A partner pays what a match added: owed until then, received from then on."""

import pytest

from colletta.history.clock import now
from colletta.ledger.chart import match_receivable, match_received
from colletta.ledger.queries import balance_of
from colletta.matching.actions.pay_match import NothingIsOwed, pay_match
from tests.cast import eur, live_campaign, match_of_delta
from tests.matching.steps import confirmed_match

pytestmark = pytest.mark.django_db


def test_F54_what_a_partner_has_not_paid_is_promised_and_not_received() -> None:
    match = confirmed_match()
    assert balance_of(match_receivable(match.pk, "EUR")) == eur("400.00")
    assert balance_of(match_received(match.pk, "EUR")) == eur("0.00")
    for _ in range(2):
        pay_match(match_id=match.pk, at=now())
    assert balance_of(match_receivable(match.pk, "EUR")) == eur("0.00")
    assert balance_of(match_received(match.pk, "EUR")) == eur("400.00")


def test_nothing_is_paid_before_it_is_confirmed() -> None:
    with pytest.raises(NothingIsOwed):
        pay_match(match_id=match_of_delta(live_campaign()).pk, at=now())
