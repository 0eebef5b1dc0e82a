"""One of everything that has an address, made by the actions that make it on a site."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.test import Client

from colletta.campaigns.models import Campaign, State
from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.appealing import Side, address_of
from colletta.community.follow_link import token_of as follow_token
from colletta.community.letterbox import token_of as letterbox_token
from colletta.community.models import Decision, Readers, Speaker
from colletta.community.update_link import token_of as update_token
from colletta.history.clock import now
from colletta.limits.models import Brake
from colletta.mail.models import Letter, Mailbox
from colletta.mail.preference_link import token_of as mailbox_token
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.draft_call import draft_call
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.name_partner import name_partner
from colletta.matching.actions.share_board import share_board
from colletta.matching.documents import Document
from colletta.people.actions.invite_member import invite_member
from colletta.people.models import LinkedSignIn, Person, Role
from colletta.pledges.link import token_of as pledge_token
from colletta.pledges.models import Pledge
from colletta.privacy.actions.ask_by_mail import ask_by_mail
from colletta.settlement.actions.suspend_campaign import suspend_campaign
from tests.cast import (
    ada,
    approved_campaign,
    bruno,
    circolo_aurora,
    fondazione_delta,
    gift_of_bruno,
    joined,
    live_campaign,
)
from tests.community.followers import follower
from tests.community.letters import conversation_of_bruno
from tests.community.news import update_of_ada
from tests.community.reporting import reported, second_moderator
from tests.community.talk import in_the_team, said
from tests.config.doors.passkey import passkey_of
from tests.desk.staff import proved
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, dora, outline
from tests.people.teams import founded_by, token_in

Things = dict[str, str]
QUESTIONS = [{"key": "plan", "label": {"it": "Il piano"}, "kind": "file"}]


def everything() -> Things:
    """The words that addresses are made of, by the name that the table gives them."""
    in_the_team(ada())
    live = live_campaign(slug="orto")
    approved_campaign(slug="bozza", state=State.DRAFT)
    suspend_campaign(campaign_id=live_campaign(slug="fermo").pk, by="person:1", at=now())
    gift = gift_of_bruno(live, "500.00", person_id=bruno().pk, show_name=True)
    return {
        "live": "orto",
        "draft": "bozza",
        "stopped": "fermo",
        **_gifts(gift, gift_of_bruno(live, email="ospite@posta.example", name="Ospite")),
        **_talk(live),
        **_cases(live),
        **_teams(),
        **_calls(live),
        **_people(),
        **_for_supporters(live, gift),
        "held": _held(),
    }


def _for_supporters(live: Campaign, gift: Pledge) -> Things:
    """News that supporters alone read, with Bruno's link to it."""
    update = update_of_ada(live, readers=Readers.SUPPORTERS)
    link = update_token(update, gift)
    return {
        "quiet_update": str(update.pk),
        "quiet_comment": str(said(live, "Tra noi.", update_id=update.pk).pk),
        "quiet_link": link,
        "forged_quiet_link": _altered(link),
    }


def _held() -> str:
    """The link at which a guest sees what is held about them."""
    ask_by_mail(email="ospite@posta.example", language="it", at=now())
    letter = Letter.objects.get(to="ospite@posta.example", text__contains="/privacy/links/")
    return letter.text.partition("/privacy/links/")[2].partition("/")[0]


def _gifts(gift: Pledge, guests: Pledge) -> Things:
    return {
        "gift": pledge_token(gift),
        "guests_gift": pledge_token(guests),
        "forged_gift": _altered(pledge_token(gift)),
        "brake": str(Brake.objects.create(subject=f"campaign:{gift.campaign_id}", refusals=30).pk),
    }


def _talk(live: Campaign) -> Things:
    conversation = conversation_of_bruno(live, person_id=bruno().pk)
    letterbox = letterbox_token(conversation, Speaker.WRITER)
    later = now() + timedelta(days=2)
    follow = follow_token(follower(live))
    mailbox = mailbox_token(Mailbox.objects.at("lia@posta.example"))
    return {
        "comment": str(said(live, "Porto due sacchi di terra.").pk),
        "conversation": str(conversation.pk),
        "letterbox": letterbox,
        "forged_letterbox": _altered(letterbox),
        "follow": follow,
        "forged_follow": _altered(follow),
        "mailbox": mailbox,
        "forged_mailbox": _altered(mailbox),
        "returned_mailbox": str(Mailbox.objects.at("nessuno@posta.example").pk),
        "update": str(update_of_ada(live).pk),
        "coming_update": str(update_of_ada(live, publish_at=later).pk),
    }


def _altered(token: str) -> str:
    """The same with another sign in the middle of its signature."""
    sign = "a" if token[-5] != "a" else "b"
    return f"{token[:-5]}{sign}{token[-4:]}"


def _cases(live: Campaign) -> Things:
    """A case that waits; one that was decided, which its author contests; words that wait."""
    waiting = reported(said(live, "Questa è da guardare.")).case
    elio = joined("Elio Prati", "elio@posta.example")
    newcomer = said(live, "La mia prima volta.", elio, first_waits=True)
    decided = decide_case(
        case_id=reported(said(live, "E anche questa.")).case.pk,
        decision=Decision.HIDDEN,
        because="È pubblicità.",
        by=second_moderator(),
        at=now(),
    )
    side = Side(case=decided, report=None)
    return {
        "case": str(waiting.pk),
        "decided_case": str(decided.pk),
        "appeal": str(make_appeal(side=side, text="Non lo è.", at=now()).pk),
        "appeal_link": address_of(side, "it").split("/")[-2],
        "waiting_comment": str(newcomer.pk),
    }


def _teams() -> Things:
    """Circolo Aurora with a second member and an invitation, and Banda di Borgo of others."""
    aurora, nico = circolo_aurora(), joined("Nico Sala", "nico@posta.example")
    in_the_team(nico, Role.MODERATOR)
    invitation = invite_member(
        organisation_id=aurora.pk,
        by_id=ada().pk,
        email="invitata@posta.example",
        role=Role.EDITOR,
        language="it",
    )
    founded_by(joined("Gaia Corti", "gaia@posta.example"))
    return {
        "team": aurora.slug,
        "member": str(nico.pk),
        "invitation": str(invitation.pk),
        "invitation_link": token_in(Letter.objects.get(kind="organisation.invitation")),
    }


def _calls(live: Campaign) -> Things:
    """Fondazione Delta's open call with a match and an application, and a draft of another."""
    call = call_of_delta(questions=QUESTIONS)
    plan = Document(question="plan", name="orto.pdf", content=b"%PDF-1.7 ...")
    admitted = application_of(live, call, documents=[plan])
    admit_campaign(application_id=admitted.pk, by_id=dora().pk, at=now())
    evaluate_matches(campaign_id=live.pk, at=now())
    waiting = application_of(live_campaign(slug="attesa"), call)
    draft = draft_call(partner_id=fondazione_delta().pk, by_id=dora().pk, outline=outline())
    found_rival()
    return {
        "call": str(call.slug),
        "draft_call": str(draft.slug),
        "board": str(share_board(call_id=call.pk).board_key),
        "application": str(waiting.pk),
        "attachment": str(admitted.attachments.get().pk),
        "match": str(call.matches.get().pk),
        "applied": "attesa",
        "partner": "fondazione-delta",
    }


def found_rival() -> None:
    """Another organisation that matches, with a team of its own."""
    team = founded_by(joined("Rita Mori", "rita@posta.example"), name="Fondazione Gamma")
    name_partner(organisation_id=team.pk, by_id=joined("Rita Mori", "rita@posta.example").pk)


def _shown(person: Person) -> Person:
    """The person has a page that everybody sees."""
    Person.objects.filter(pk=person.pk).update(profile_shown_at=now())
    return person


def _people() -> Things:
    """Bruno, with a session elsewhere, a way in from another site, a passkey."""
    way = LinkedSignIn.objects.create(person=bruno(), issuer="https://id.example", subject="7")
    elsewhere = Client()
    proved(elsewhere, bruno())
    elsewhere.get("/it/people/")
    return {
        "hidden_person": str(bruno().public_id),
        "person": str(_shown(ada()).public_id),
        "way": str(way.pk),
        "session": str(UserSession.objects.get(user=bruno()).pk),
        "passkey": str(passkey_of(bruno()).pk),
    }
