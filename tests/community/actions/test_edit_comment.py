"""Somebody mends what they just said."""

from datetime import timedelta

import pytest

from colletta.community.actions.delete_comment import delete_comment
from colletta.community.actions.edit_comment import TooLateToEdit, edit_comment
from colletta.community.models import Comment
from colletta.history.clock import now
from tests.cast import ada, bruno, live_campaign
from tests.community.talk import said

pytestmark = pytest.mark.django_db


def test_for_a_quarter_of_an_hour_the_words_can_be_mended() -> None:
    comment = said(live_campaign())
    last = comment.published_at + timedelta(minutes=15)
    edit_comment(comment_id=comment.pk, person_id=bruno().pk, text="Che bella!", at=last)
    comment.refresh_from_db()
    assert (comment.text, comment.edited_at) == ("Che bella!", last)
    late = last + timedelta(seconds=1)
    with pytest.raises(TooLateToEdit):
        edit_comment(comment_id=comment.pk, person_id=bruno().pk, text="Uffa", at=late)


def test_nobody_mends_the_words_of_others_or_what_is_gone() -> None:
    comment = said(live_campaign())
    with pytest.raises(Comment.DoesNotExist):
        edit_comment(comment_id=comment.pk, person_id=ada().pk, text="Male", at=now())
    delete_comment(comment_id=comment.pk, person_id=bruno().pk, at=now())
    with pytest.raises(Comment.DoesNotExist):
        edit_comment(comment_id=comment.pk, person_id=bruno().pk, text="Male", at=now())
