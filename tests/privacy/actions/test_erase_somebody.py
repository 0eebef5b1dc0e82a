"""Somebody is forgotten: names and words go everywhere, the books stay."""

from datetime import date

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.begin_conversation import begin_conversation
from colletta.community.letterbox import conversations_of
from colletta.community.models import Comment, Conversation, Follow, Message
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.mail.models import Letter
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.people.models import Membership, Person
from colletta.pledges.actions.ask_for_refund import ask_for_refund
from colletta.pledges.models import Pledge, Supporter, Tally
from colletta.privacy.actions.erase_somebody import NobodyIsLeft, SomethingIsInTheWay
from colletta.privacy.models import KeptReceipt
from tests.cast import (
    ada,
    bruno,
    circolo_aurora,
    gift_of_bruno,
    live_campaign,
    pledge_of_bruno,
    promise_of_bruno,
)
from tests.community.followers import follower
from tests.community.letters import conversation_of_bruno
from tests.community.talk import in_the_team, said
from tests.privacy.asking import erased, erased_guest, tables_that_say

pytestmark = pytest.mark.django_db


def in_the_way(person: Person) -> list[str]:
    with pytest.raises(SomethingIsInTheWay) as refused:
        erased(person)
    return [one.kind.value for one in refused.value.obstacles]


def assert_the_books_hold() -> None:
    broken = [f"{one.sentence} {one.breaches}" for one in check_books() if not one.holds]
    assert not broken


def test_A52_a_gift_stays_counted_without_its_supporter() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk, show_name=True, message="Forza!")
    gift_of_bruno(campaign, "5.00", person_id=bruno().pk)
    before = figures_of(campaign, at=now())
    erased(bruno())
    pledge = Pledge.objects.earliest("pk")
    assert (pledge.name, pledge.email, pledge.message, pledge.show_name) == ("", "", "", False)
    assert Pledge.objects.values("email_key").distinct().count() == 1
    assert figures_of(campaign, at=now()) == before
    assert Supporter.objects.get().standing_minor == 2500
    assert Tally.objects.get(campaign=campaign).supporters == 1
    assert_the_books_hold()


def test_A52_a_person_of_whom_nothing_is_left_keeps_a_number() -> None:
    bruno()
    erased(bruno())
    person = Person.objects.get(email="")
    assert person.erased_at is not None
    assert not person.is_active
    assert not person.has_usable_password()
    assert "bruno" not in repr(person.__dict__).lower()


def test_A52_comments_leave_a_trace_and_messages_none_of_their_words() -> None:
    campaign = live_campaign()
    said(campaign, "Che bello!", bruno())
    said(campaign, "Grazie!", ada(), parent_id=Comment.objects.get().pk)
    conversation_of_bruno(campaign, person_id=bruno().pk)
    follower(campaign)
    assert conversations_of(in_the_team(ada())).exists()
    erased(bruno())
    assert not conversations_of(ada()).exists()
    comment = Comment.objects.earliest("pk")
    assert (comment.name, comment.text) == ("", "")
    assert comment.deleted_at is not None
    assert Comment.objects.latest("pk").text == "Grazie!"
    assert Message.objects.get().text == ""
    assert Conversation.objects.get().email == ""
    assert not Follow.objects.exists()


def test_a_receipt_is_kept_until_the_tenth_year_has_ended() -> None:
    pledge = gift_of_bruno(live_campaign(), person_id=bruno().pk)
    told = erased(bruno())
    receipt = KeptReceipt.objects.get()
    assert (receipt.name, receipt.amount_minor, receipt.pledge_id) == ("Bruno", 2000, pledge.pk)
    assert receipt.kept_until == date(now().year + 10, 12, 31)
    assert (told.receipts, told.until) == (1, receipt.kept_until)


def test_a_promise_of_money_that_never_came_keeps_no_receipt() -> None:
    _, payment = pledge_of_bruno(live_campaign(), person_id=bruno().pk)
    cancel_payment(payment_id=payment.pk, at=now())
    assert erased(bruno()).receipts == 0


def test_the_last_letter_says_what_was_kept_until_when() -> None:
    gift_of_bruno(live_campaign(), person_id=bruno().pk)
    erased(bruno())
    letter = Letter.objects.get(kind="privacy.erased")
    assert letter.to == "bruno@posta.example"
    assert f"31 dicembre {now().year + 10}" in letter.text
    assert Letter.objects.filter(to="bruno@posta.example").count() == 1


def test_a_guest_is_forgotten_by_their_mailbox() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, message="Forza!")
    follower(campaign)
    conversation_of_bruno(campaign)
    told = erased_guest("Bruno@posta.example")
    assert told.receipts == 1
    left = tables_that_say("bruno")
    assert left.keys() == {"privacy_keptreceipt", "mail_letter"}  # the last letter's address
    assert len(left["mail_letter"]) == 1


def test_a_guest_link_forgets_nothing_of_a_person_who_signs_in() -> None:
    gift_of_bruno(live_campaign(), person_id=bruno().pk)
    with pytest.raises(NobodyIsLeft):
        erased_guest("bruno@posta.example")
    assert Pledge.objects.get().name == "Bruno"


def test_a_person_who_never_proved_the_mailbox_goes_with_it() -> None:
    """Somebody else may have typed the address, or a folder brought it."""
    person = Person.objects.create_person(email="ida@posta.example", name="Ida Riva")
    erased_guest("ida@posta.example")
    person.refresh_from_db()
    assert person.erased_at is not None
    assert tables_that_say("ida riva") == {}


def test_nobody_elses_words_go_with_them() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, person_id=bruno().pk)
    gift_of_bruno(campaign, name="Ida", email="ida@posta.example")
    said(campaign, "Ida anche!", ada())
    erased(bruno())
    assert Pledge.objects.get(email="ida@posta.example").name == "Ida"
    assert Comment.objects.get().name == "Ada Colombo"


def test_twice_is_once() -> None:
    person = bruno()
    erased(person)
    with pytest.raises(NobodyIsLeft):
        erased(person)


def test_a_payment_under_way_is_in_the_way() -> None:
    pledge_of_bruno(live_campaign(), person_id=bruno().pk)
    assert in_the_way(bruno()) == ["payment"]
    assert Pledge.objects.get().name == "Bruno"


def test_a_promise_that_is_charged_later_is_in_the_way() -> None:
    promise_of_bruno(live_campaign(type="all-or-nothing"), person_id=bruno().pk)
    assert in_the_way(bruno()) == ["payment"]


def test_money_that_they_ask_back_is_in_the_way() -> None:
    pledge = gift_of_bruno(live_campaign(), person_id=bruno().pk)
    ask_for_refund(pledge_id=pledge.pk, reason="Ho cambiato idea")
    assert in_the_way(bruno()) == ["refund"]


def test_a_campaign_of_their_own_is_in_the_way_until_it_is_over() -> None:
    campaign = live_campaign(owner_person=bruno(), owner_organisation=None)
    assert in_the_way(bruno()) == ["campaign"]
    Campaign.objects.filter(pk=campaign.pk).update(state="closing")
    Campaign.objects.filter(pk=campaign.pk).update(state="ended")
    erased(bruno())
    text = campaign.texts.get()
    assert (text.title, text.story) == ("Un orto in cortile", "")


def test_the_only_owner_of_a_team_hands_it_over_first() -> None:
    live_campaign()
    in_the_team(ada())
    assert in_the_way(ada()) == ["team"]
    in_the_team(bruno())
    erased(ada())
    assert Membership.objects.get().person == bruno()


def test_an_address_that_answers_for_an_open_campaign_is_in_the_way() -> None:
    live_campaign()
    with pytest.raises(SomethingIsInTheWay):
        erased_guest(circolo_aurora().contact_email)


def test_letters_to_others_that_name_them_do_not_any_more() -> None:
    campaign = live_campaign()
    in_the_team(ada())
    begin_conversation(
        campaign_id=campaign.pk,
        name="Bruno Riva",
        email="bruno@posta.example",
        text="Posso venire sabato?",
        language="it",
        key="0" * 32,  # type: ignore[arg-type]
        at=now(),
        person_id=bruno().pk,
    )
    assert Letter.objects.filter(to="ada@posta.example", text__contains="sabato").exists()
    in_the_team(bruno(), role="editor")
    erased(bruno())
    letter = Letter.objects.get(to="ada@posta.example")
    assert (letter.text, letter.html) == ("", "")
    assert letter.given_up_at is not None
