"""What the people of the demonstration say to each other."""

import pytest

from colletta.community.models import Case, Comment, Update
from colletta.demo.cast import ADA, OKSANA
from colletta.demo.talking import WORKSHOP, talk
from colletta.people.models import Membership
from tests.cast import circolo_aurora, joined, live_campaign

pytestmark = pytest.mark.django_db


def test_there_is_something_to_read_to_decide_and_to_keep_among_supporters() -> None:
    live_campaign(slug=WORKSHOP)
    oksana, ada = joined(OKSANA.name, OKSANA.email), joined(ADA.name, ADA.email)
    Membership.objects.create(organisation=circolo_aurora(), person=ada, role="owner")
    talk()
    answer = Comment.objects.readable().get(person=ada)
    assert answer.parent is not None
    assert answer.parent.person == oksana
    assert Case.objects.open().get().comment is not None
    assert Update.objects.told_to_supporters().count() == 1


def test_a_site_without_that_campaign_has_nothing_to_say() -> None:
    joined(OKSANA.name, OKSANA.email), joined(ADA.name, ADA.email)
    talk()
    assert not Comment.objects.exists()
