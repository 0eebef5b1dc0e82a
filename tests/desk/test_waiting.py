"""What waits for whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from colletta.desk.waiting import waiting_for
from colletta.payments.models import Unclaimed
from tests.cast import live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        waiting_for(frozenset({"operator"}))
    return len(asked)


def test_the_number_of_queries_does_not_grow_with_the_work() -> None:
    campaign = live_campaign()
    for number in range(2):
        _, payment = pledge_of_bruno(campaign, f"{number + 1}.00")
        Unclaimed.objects.create(payment=payment, why="late")
    few = queries()
    for number in range(10):
        _, payment = pledge_of_bruno(campaign, f"{number + 5}.00")
        Unclaimed.objects.create(payment=payment, why="late")
    assert queries() == few
    (found,) = waiting_for(frozenset({"operator"}))
    assert (found.kind, found.count, len(found.oldest)) == ("unclaimed", 12, 12)
