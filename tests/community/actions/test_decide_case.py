"""The desk decides, and tells both sides why."""

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.decide_case import CaseIsDecided, NotYoursToDecide, decide_case
from colletta.community.actions.hide_at_once import hide_at_once
from colletta.community.actions.hide_comment import hide_comment
from colletta.community.actions.make_report import make_report
from colletta.community.models import Case, Comment, Decision, Kind, Reason
from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.people.models import Membership, Person
from tests.cast import ada, bruno, circolo_aurora, gift_of_bruno, live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment() -> Comment:
    return comment_of_bruno(live_campaign())


def decide(case: Case, decision: Decision, *, by: Person | None = None) -> Case:
    return decide_case(
        case_id=case.pk,
        decision=decision,
        because="It is an advertisement.",
        by=by or moderator(),
        at=now(),
    )


def letters() -> dict[str, str]:
    found = Letter.objects.filter(kind="community.decision")
    return {letter.to: letter.text for letter in found}


def test_a_hidden_comment_is_told_to_its_author_who_may_appeal(comment: Comment) -> None:
    decide(reported(comment).case, Decision.HIDDEN)
    comment.refresh_from_db()
    assert comment.hidden_because == "It is an advertisement."
    told = letters()
    assert sorted(told) == ["bruno@posta.example", "guest@posta.example"]
    assert all("It is an advertisement." in text for text in told.values())
    assert "/it/appeals/" in told["bruno@posta.example"]
    assert "/appeals/" not in told["guest@posta.example"]
    assert "guest@posta.example" not in told["bruno@posta.example"]
    # An address that nobody proved gets no words of strangers.
    assert "Buy my watches." in told["bruno@posta.example"]
    assert "Buy my watches." not in told["guest@posta.example"]
    assert "campaigns/orto-in-cortile/" in told["guest@posta.example"]


def test_what_is_kept_is_told_to_the_reporter_who_may_appeal(comment: Comment) -> None:
    decide(reported(comment).case, Decision.KEPT)
    comment.refresh_from_db()
    assert comment.hidden_at is None
    assert "/en/appeals/" in letters()["guest@posta.example"]
    assert "/appeals/" not in letters()["bruno@posta.example"]


def test_what_was_hidden_at_once_is_given_back_where_it_is_kept(comment: Comment) -> None:
    case = reported(comment).case
    hide_at_once(case_id=case.pk, because="Spam", by=moderator(), at=now())
    decide(case, Decision.KEPT)
    assert Comment.objects.readable().filter(pk=comment.pk).exists()


def test_what_the_campaigns_own_people_hid_stays_hidden(comment: Comment) -> None:
    case = reported(comment).case
    Membership.objects.create(organisation=circolo_aurora(), person=ada(), role="owner")
    hide_comment(comment_id=comment.pk, by=ada(), because="Not here.", at=now())
    decide(case, Decision.KEPT)
    assert not Comment.objects.readable().filter(pk=comment.pk).exists()


def test_a_case_is_decided_once_and_by_a_moderator(comment: Comment) -> None:
    case = reported(comment).case
    with pytest.raises(NotYoursToDecide):
        decide(case, Decision.HIDDEN, by=bruno())
    decide(case, Decision.KEPT)
    with pytest.raises(CaseIsDecided):
        decide(case, Decision.HIDDEN)
    assert reported(comment).case != case


def test_every_kind_of_thing_is_hidden_and_given_back() -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign, show_name=True, show_amount=True)
    update = campaign.updates.create(
        name="news", language="it", titles={"it": "Ecco"}, texts={"it": "<p>Bene.</p>"},
        published_at=now(),
    )  # fmt: skip
    Person.objects.filter(pk=bruno().pk).update(profile_shown_at=now())
    things = {
        Kind.UPDATE: update, Kind.PLEDGE: gift, Kind.PERSON: bruno(), Kind.CAMPAIGN: campaign
    }  # fmt: skip
    for kind, thing in things.items():
        for decision in Decision:
            decide(_case(kind, thing), decision)
            thing.refresh_from_db()
            assert _gone(thing) == (decision == Decision.HIDDEN), kind


def _case(kind: Kind, thing: object) -> Case:
    open_one = Case.objects.open().filter(**{kind.value: thing}).first()
    return open_one or Case.objects.create(kind=kind, **{kind.value: thing})


def _gone(thing: object) -> bool:
    if isinstance(thing, Campaign):
        return thing.state == "suspended"
    names = ("hidden_at", "name_hidden_at", "profile_hidden_at")
    return any(getattr(thing, name, None) is not None for name in names)


def test_the_owners_people_hear_that_their_campaign_is_paused() -> None:
    campaign = live_campaign()
    Membership.objects.create(organisation=circolo_aurora(), person=ada(), role="owner")
    report = make_report(
        about=Case(kind=Kind.CAMPAIGN, campaign=campaign), person=None, email="", language="en",
        reason=Reason.FRAUD, text="", at=now(),
    )  # fmt: skip
    decide(report.case, Decision.HIDDEN)
    (letter,) = Letter.objects.filter(kind="community.decision")
    assert letter.to == "ada@posta.example"
