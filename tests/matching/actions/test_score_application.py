"""What a partner makes of an application."""

import pytest
from django.db import IntegrityError, transaction

from colletta.matching.actions.score_application import score_application
from tests.cast import approved_campaign
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of

pytestmark = pytest.mark.django_db


def test_a_score_is_between_zero_and_ten_and_may_be_taken_back() -> None:
    made = application_of(approved_campaign(), call_of_delta())
    for score in (0, 10, None):
        scored = score_application(application_id=made.pk, score=score, note="Bene.")
        assert (scored.score, scored.note) == (score, "Bene.")
    with pytest.raises(IntegrityError), transaction.atomic():
        score_application(application_id=made.pk, score=11, note="")
