"""Whose a pledge was is forgotten once, whole, and never while it is still to be charged."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from colletta.ledger.checks import check_books
from colletta.pledges.models import Pledge, Supporter, Tally
from tests.cast import ada, bruno, gift_of_bruno, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db
KEY = "erased:0123456789abcdef0123456789abcdef"
FORGOTTEN: dict[str, Any] = {"email_key": KEY, "email": "", "name": "", "message": ""}


def refused(pledge: Pledge, **changes: Any) -> bool:
    with transaction.atomic(), pytest.raises(IntegrityError, match="keeps its campaign"):
        Pledge.objects.filter(pk=pledge.pk).update(**changes)
    return True


def stands() -> dict[str, int]:
    return dict(Supporter.objects.values_list("key", "standing_minor"))


def test_A52_the_supporter_is_the_same_one_under_the_opaque_key() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)
    gift_of_bruno(campaign, "5.00")
    gift_of_bruno(campaign, name="Ida", email="ida@posta.example")
    Pledge.objects.filter(email_key="bruno@posta.example").update(**FORGOTTEN)
    assert stands() == {KEY: 2500, "ida@posta.example": 2000}
    assert Tally.objects.get(campaign=campaign).supporters == 2


def test_A52_a_pledge_is_not_forgotten_by_halves() -> None:
    pledge = gift_of_bruno(live_campaign())
    for kept in ("name", "email"):
        changes = {column: value for column, value in FORGOTTEN.items() if column != kept}
        assert refused(pledge, **changes)


@pytest.mark.parametrize("key", ["ida@posta.example", "", "erased:", "erased:bruno"])
def test_a_pledge_becomes_nobody_elses(key: str) -> None:
    assert refused(gift_of_bruno(live_campaign()), **FORGOTTEN | {"email_key": key})


def test_what_is_forgotten_stays_forgotten() -> None:
    pledge = gift_of_bruno(live_campaign())
    Pledge.objects.filter(pk=pledge.pk).update(**FORGOTTEN)
    assert refused(pledge, email_key="bruno@posta.example")
    assert refused(pledge, email_key=KEY.replace("0", "1"))


def test_a_promise_is_forgotten_only_when_it_is_no_promise_any_more() -> None:
    assert refused(promise_of_bruno(live_campaign(type="all-or-nothing")), **FORGOTTEN)


def test_two_people_of_one_mailbox_become_two_supporters() -> None:
    """A mailbox that passed from one person to another: each erases their own."""
    campaign = live_campaign()
    first = gift_of_bruno(campaign, person_id=ada().pk)
    gift_of_bruno(campaign, "5.00", person_id=bruno().pk)
    Pledge.objects.filter(pk=first.pk).update(**FORGOTTEN)
    assert stands() == {KEY: 2000, "bruno@posta.example": 500}
    assert Tally.objects.get(campaign=campaign).supporters == 2
    assert [one for one in check_books() if not one.holds] == []
