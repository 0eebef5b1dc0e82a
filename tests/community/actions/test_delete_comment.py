"""Somebody takes back what they said."""

import pytest

from colletta.community.actions.delete_comment import delete_comment
from colletta.community.models import Comment
from colletta.history.clock import now
from colletta.history.models import Fact
from tests.cast import ada, bruno, live_campaign
from tests.community.talk import said

pytestmark = pytest.mark.django_db


def test_the_words_are_gone_for_good_once() -> None:
    comment = said(live_campaign())
    for _ in range(2):
        delete_comment(comment_id=comment.pk, person_id=bruno().pk, at=now())
    comment.refresh_from_db()
    assert comment.text == ""
    assert Fact.objects.filter(kind="comment.deleted").count() == 1


def test_nobody_deletes_the_words_of_others() -> None:
    comment = said(live_campaign())
    with pytest.raises(Comment.DoesNotExist):
        delete_comment(comment_id=comment.pk, person_id=ada().pk, at=now())
    comment.refresh_from_db()
    assert comment.text == "Che bello!"
