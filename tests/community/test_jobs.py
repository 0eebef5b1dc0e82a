"""What the clock does around campaigns."""

import pytest

from colletta.community.jobs import note_milestones_again
from colletta.community.models import Milestone
from tests.cast import gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_the_job_looks_at_every_campaign() -> None:
    gift_of_bruno(live_campaign())
    note_milestones_again(timestamp=0)
    assert Milestone.objects.get().kind == "first_gift"
