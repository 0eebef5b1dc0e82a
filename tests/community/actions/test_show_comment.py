"""A comment may be read by everybody."""

import pytest

from colletta.community.actions.hide_comment import hide_comment
from colletta.community.actions.show_comment import NotYoursToHide, show_comment
from colletta.community.models import Comment
from colletta.history.clock import now
from colletta.people.models import DeskRole
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.talk import in_the_team, said

pytestmark = pytest.mark.django_db


def test_who_hid_it_shows_it_again() -> None:
    comment = said(live_campaign())
    hide_comment(comment_id=comment.pk, by=in_the_team(ada()), because="Fuori tema", at=now())
    show_comment(comment_id=comment.pk, by=ada())
    assert Comment.objects.readable().get() == comment


def test_what_a_moderator_hid_stays_hidden_for_the_campaigns_people() -> None:
    comment = said(live_campaign())
    DeskRole.objects.create(person=carla(), role="moderator")
    hide_comment(comment_id=comment.pk, by=carla(), because="Pubblicità", at=now())
    for person in (in_the_team(ada()), bruno()):
        with pytest.raises(NotYoursToHide):
            show_comment(comment_id=comment.pk, by=person)
    show_comment(comment_id=comment.pk, by=carla())
    assert Comment.objects.readable().exists()


def test_a_moderator_lets_through_what_waits() -> None:
    comment = said(live_campaign(), first_waits=True)
    DeskRole.objects.create(person=carla(), role="moderator")
    with pytest.raises(NotYoursToHide):
        show_comment(comment_id=comment.pk, by=bruno())
    show_comment(comment_id=comment.pk, by=carla())
    assert Comment.objects.readable().get() == comment
