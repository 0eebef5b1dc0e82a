"""Somebody who left a mark in every place that can hold one: each word of theirs says canarino."""

import uuid
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.test import Client

from colletta.campaigns.models import Campaign, CampaignText, GalleryPicture, Question
from colletta.community.actions.answer_conversation import answer_conversation
from colletta.community.actions.begin_conversation import begin_conversation
from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.actions.make_comment import make_comment
from colletta.community.actions.make_report import make_report
from colletta.community.actions.write_update import write_update
from colletta.community.appealing import Side
from colletta.community.models import (
    Case,
    Comment,
    Decision,
    Kind,
    Reason,
    Report,
    Speaker,
    UpdatePicture,
)
from colletta.community.reactions import tell_whoever_is_answered
from colletta.history.clock import now
from colletta.history.models import Delivery, Fact
from colletta.limits.actions.mail_code import mail_code
from colletta.mail.actions.count_bounce import count_bounce
from colletta.mail.models import Letter
from colletta.people.actions.edit_profile import edit_profile
from colletta.people.actions.invite_member import invite_member
from colletta.people.models import LinkedSignIn, Person
from colletta.people.models.organisation import Role
from colletta.pictures.actions.store_picture import store_picture
from colletta.pledges.actions.ask_for_refund import ask_for_refund
from colletta.pledges.actions.take_back_refund_request import take_back_refund_request
from colletta.pledges.models import Pledge
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.end_campaign import end_campaign
from tests.cast import PASSWORD, ada, bruno, circolo_aurora, gift_of_bruno, joined, live_campaign
from tests.community.reporting import moderator
from tests.community.talk import in_the_team
from tests.pictures.darkroom import photograph

WORD = "canarino"
NAME = "Quirino D'Canarino"
EMAIL = "Quirino.Canarino@posta.example"


def quirino() -> Person:
    """Who joined, proved the mailbox, and has a second one that was proved too."""
    person = joined(NAME, EMAIL)
    EmailAddress.objects.filter(user=person, primary=True).update(email=EMAIL.lower())
    EmailAddress.objects.get_or_create(
        user=person, email="altro.canarino@posta.example", verified=True, primary=False
    )
    return person


def leave_marks(client: Client) -> Campaign:
    """In a campaign of Ada's group, which is returned, and around it."""
    campaign = live_campaign()
    in_the_team(ada())
    sign_in_and_write_a_draft(client, campaign)
    give(campaign)
    say(campaign)
    write_letters(campaign)
    be_moderated(campaign)
    own_a_campaign()
    be_known_elsewhere()
    return campaign


def sign_in_and_write_a_draft(client: Client, campaign: Campaign) -> None:
    page = f"/it/campaigns/{campaign.slug}/comments/new/"
    client.post(page, {"text": "Bozza di un canarino."})
    client.post("/it/people/sign-in/", {"login": quirino().email, "password": PASSWORD})
    edit_profile(
        person_id=quirino().pk,
        name=NAME,
        about="Allevo canarino e cavoli.",
        language="it",
        shown=True,
        at=now(),
    )


def give(campaign: Campaign) -> None:
    """As a person, with a receipt in the outbox, and as a guest with the second address."""
    terms: dict[str, Any] = {
        "name": NAME,
        "show_name": True,
        "show_amount": True,
        "provider": "sandbox",
    }
    gift = gift_of_bruno(
        campaign, email=EMAIL, person_id=quirino().pk, message="Forza dal canarino!", **terms
    )
    gift_of_bruno(campaign, "5.00", email="altro.canarino@posta.example", **terms)
    ask_for_refund(pledge_id=gift.pk, reason="Il canarino ha fame.")
    take_back_refund_request(pledge_id=gift.pk, at=now())


def say(campaign: Campaign) -> Comment:
    """A comment, with an answer of theirs to Ada's, which is mailed to her."""
    hers = make_comment(campaign_id=campaign.pk, person_id=ada().pk, text="Grazie!", at=now())
    answer(hers)
    return make_comment(
        campaign_id=campaign.pk, person_id=quirino().pk, text="Dice il canarino.", at=now()
    )


def answer(comment: Comment) -> None:
    make_comment(
        campaign_id=comment.campaign_id,
        person_id=quirino().pk,
        parent_id=comment.pk,
        text="Risponde il canarino.",
        at=now(),
    )
    tell_whoever_is_answered(Fact.objects.filter(kind="comment.published").latest("pk"))


def write_letters(campaign: Campaign) -> None:
    """They ask, Ada answers by name."""
    begun = begin_conversation(
        campaign_id=campaign.pk,
        name=NAME,
        email=quirino().email,
        text="Posso portare il canarino?",
        language="it",
        key=uuid.uuid4(),
        at=now(),
        person_id=quirino().pk,
    )
    answer_conversation(
        conversation_id=begun.pk,
        side=Speaker.OWNER,
        text=f"Caro {NAME}, certo.",
        key=uuid.uuid4(),
        at=now(),
        person_id=ada().pk,
    )


def be_moderated(campaign: Campaign) -> None:
    """Their comment is hidden and they object; they report Ada's, and object to that decision."""
    theirs = report(say(campaign), by=bruno(), text="Offende il canarino.")
    decide(theirs, Decision.HIDDEN)
    make_appeal(side=Side(theirs.case, None), text="Non sono un canarino!", at=now())
    hers = make_comment(campaign_id=campaign.pk, person_id=ada().pk, text="Grazie!", at=now())
    by_them = report(hers, by=quirino(), text="Disturba il canarino.")
    decide(by_them, Decision.KEPT)
    make_appeal(side=Side(by_them.case, by_them), text="Il canarino insiste.", at=now())


def report(comment: Comment, *, by: Person, text: str) -> Report:
    return make_report(
        about=Case(kind=Kind.COMMENT, comment=comment),
        person=by,
        email="",
        language="it",
        reason=Reason.INSULT,
        text=text,
        at=now(),
    )


def decide(made: Report, decision: Decision) -> None:
    because = f"{NAME} ha esagerato." if decision == Decision.HIDDEN else "Non disturba."
    decide_case(case_id=made.case_id, decision=decision, because=because, by=moderator(), at=now())
    made.case.refresh_from_db()


def own_a_campaign() -> None:
    """One that is over, with all that a campaign tells."""
    campaign = live_campaign(
        slug="voliera",
        owner_person=quirino(),
        owner_organisation=None,
        place="Via del Canarino 3",
        cover_alternatives={"it": "Il mio canarino"},
    )
    picture = store_picture(file=photograph(width=300, height=200), name="canarino.jpg")
    CampaignText.objects.filter(campaign=campaign).update(
        title="Una voliera", tagline="Per il canarino", story="<p>Il mio canarino canta.</p>"
    )
    Campaign.objects.filter(pk=campaign.pk).update(cover=picture)
    GalleryPicture.objects.create(
        campaign=campaign,
        picture=picture,
        position=1,
        file_name="canarino.jpg",
        alternatives={"it": "canarino"},
        captions={"it": "canarino"},
    )
    Question.objects.create(
        campaign=campaign, position=1, questions={"it": "Chi?"}, answers={"it": "Il canarino."}
    )
    update = write_update(
        campaign_id=campaign.pk,
        by=quirino(),
        titles={"it": "Il canarino sta bene"},
        texts={"it": "<p>Il canarino sta bene.</p>"},
        publish_at=now(),
        at=now(),
    )
    UpdatePicture.objects.create(
        update=update, picture=picture, position=2, alternatives={"it": "canarino"}
    )
    gift_of_bruno(campaign)
    Campaign.objects.filter(pk=campaign.pk).update(closes_at=now() - timedelta(seconds=1))
    begin_closing(campaign_id=campaign.pk, at=now())
    end_campaign(campaign_id=campaign.pk, at=now())


def be_known_elsewhere() -> None:
    """To other sites, to teams that invited them, to what failed on the way."""
    LinkedSignIn.objects.create(
        person=quirino(), issuer="https://id.example", subject="canarino-9", email=EMAIL
    )
    invite_member(
        organisation_id=circolo_aurora().pk,
        email=EMAIL,
        role=Role.EDITOR,
        by_id=ada().pk,
        language="it",
    )
    mail_code(email=EMAIL, language="it")
    came_back = Letter.objects.filter(to=EMAIL).latest("pk")
    Letter.objects.filter(pk=came_back.pk).update(begun_at=now())
    count_bounce(letter_id=came_back.pk, status="4.2.2", said=f"{EMAIL} is full", at=now())
    Delivery.objects.create(
        fact=Fact.objects.latest("pk"),
        subscriber="tests",
        last_error=f"IntegrityError: Key (email)=({EMAIL.lower()})",
        next_attempt_at=now(),
    )
    assert Pledge.objects.filter(email=EMAIL).exists()
