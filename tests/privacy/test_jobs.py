"""What the clock does for privacy."""

from datetime import date

import pytest

from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.privacy.jobs import end_terms_that_are_over, forget_letters_that_went_out
from colletta.privacy.models import KeptReceipt
from tests.cast import bruno, gift_of_bruno, live_campaign
from tests.privacy.asking import erased

pytestmark = pytest.mark.django_db


def test_what_is_over_goes_by_itself() -> None:
    gift_of_bruno(live_campaign(), person_id=bruno().pk)
    erased(bruno())
    end_terms_that_are_over(timestamp=0)
    forget_letters_that_went_out(timestamp=0)
    assert KeptReceipt.objects.exists()
    assert Letter.objects.exists()
    long_ago = now().replace(year=2020)
    KeptReceipt.objects.update(kept_until=date(2020, 12, 31))
    Letter.objects.update(begun_at=long_ago, sent_at=long_ago)
    end_terms_that_are_over(timestamp=0)
    forget_letters_that_went_out(timestamp=0)
    assert not KeptReceipt.objects.exists()
    assert not Letter.objects.exists()
