"""Somebody reports what others see."""

import pytest

from colletta.community.actions.delete_comment import delete_comment
from colletta.community.actions.make_report import NobodySeesIt, make_report
from colletta.community.models import Case, Kind, Reason
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.cast import bruno, carla, live_campaign
from tests.community.reporting import comment_of_bruno, reported

pytestmark = pytest.mark.django_db


def test_reports_of_one_thing_gather_in_one_case() -> None:
    comment = comment_of_bruno(live_campaign())
    first = reported(comment)
    second = reported(comment, email="other@posta.example")
    assert first.case == second.case
    assert Case.objects.open().count() == 1


def test_the_same_mailbox_reports_a_case_once_and_guests_without_one_each() -> None:
    comment = comment_of_bruno(live_campaign())
    assert reported(comment) == reported(comment, email="Guest@posta.example")
    assert reported(comment, email="") != reported(comment, email="")
    assert Case.objects.get().reports.count() == 3


def test_who_is_signed_in_is_told_at_their_own_address() -> None:
    report = make_report(
        about=Case(kind=Kind.CAMPAIGN, campaign=live_campaign()),
        person=carla(),
        email="elsewhere@posta.example",
        language="en",
        reason=Reason.FRAUD,
        text="",
        at=now(),
    )
    assert (report.email, report.language) == ("carla@posta.example", "it")


def test_what_nobody_sees_cannot_be_reported() -> None:
    comment = comment_of_bruno(live_campaign())
    delete_comment(comment_id=comment.pk, person_id=bruno().pk, at=now())
    with pytest.raises(NobodySeesIt):
        reported(comment)


def test_whoever_reports_with_an_address_hears_once_that_it_arrived() -> None:
    comment = comment_of_bruno(live_campaign(), "Compra i miei orologi.")
    for email in ("guest@posta.example", "guest@posta.example", ""):
        reported(comment, email=email)
    letter = Letter.objects.get(kind="community.report_received")
    assert (letter.to, letter.language) == ("guest@posta.example", "en")
    assert "A person reads it and decides" in letter.text
    assert "orologi" not in letter.text + letter.html
    assert "watches" not in letter.text + letter.html
