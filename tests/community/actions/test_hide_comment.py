"""A comment is taken from everybody's eyes."""

import pytest

from colletta.community.actions.hide_comment import NotYoursToHide, hide_comment
from colletta.history.clock import now
from colletta.people.models import DeskRole
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.talk import in_the_team, said

pytestmark = pytest.mark.django_db


def test_the_campaigns_people_hide_with_a_reason_and_the_first_one_stays() -> None:
    comment = said(live_campaign())
    for reason in ("Fuori tema", "Un'altra ragione"):
        hide_comment(
            comment_id=comment.pk, by=in_the_team(ada(), "owner"), because=reason, at=now()
        )
    comment.refresh_from_db()
    assert (comment.hidden_because, comment.hidden_by) == ("Fuori tema", ada())
    assert comment.text == "Che bello!"


def test_a_moderator_of_the_site_hides_everywhere() -> None:
    comment = said(live_campaign())
    DeskRole.objects.create(person=carla(), role="moderator")
    hide_comment(comment_id=comment.pk, by=carla(), because="Pubblicità", at=now())
    comment.refresh_from_db()
    assert comment.hidden_at is not None


def test_others_do_not_and_a_treasurer_is_not_asked() -> None:
    comment = said(live_campaign())
    in_the_team(ada())
    DeskRole.objects.create(person=carla(), role="treasurer")
    for person in (bruno(), carla()):
        with pytest.raises(NotYoursToHide):
            hide_comment(comment_id=comment.pk, by=person, because="No", at=now())
    comment.refresh_from_db()
    assert comment.hidden_at is None
