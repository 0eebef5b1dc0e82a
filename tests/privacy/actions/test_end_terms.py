"""What the law asked to keep is kept no longer."""

from datetime import UTC, datetime

import pytest

from colletta.privacy.actions.end_terms import end_terms
from colletta.privacy.models import KeptReceipt
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.privacy.asking import erased

pytestmark = pytest.mark.django_db


def test_a_receipt_goes_when_its_last_day_is_over_and_not_before() -> None:
    gift_of_bruno(live_campaign(), person_id=bruno().pk)
    erased(bruno())
    year = KeptReceipt.objects.get().kept_until.year
    assert end_terms(at=datetime(year, 12, 31, 23, 59, tzinfo=UTC)) == 0
    assert end_terms(at=datetime(year + 1, 1, 2, tzinfo=UTC)) == 1
    assert not KeptReceipt.objects.exists()
