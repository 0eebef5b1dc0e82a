"""Inviting into a team."""

from datetime import timedelta

import pytest

from colletta.mail.models import Letter
from colletta.people.actions.invite_member import (
    MOST_IN_A_DAY,
    MOST_OF_A_PERSON,
    MOST_TO_A_MAILBOX,
    TooManyInvitations,
    invite_member,
)
from colletta.people.invitations import invitation_of
from colletta.people.models import Invitation, Organisation, Role
from tests.people.teams import founded_by, somebody, token_in

pytestmark = pytest.mark.django_db


def invited(organisation: Organisation, email: str = "bruno@posta.example") -> Invitation:
    return invite_member(
        organisation_id=organisation.pk,
        by_id=somebody("Ada").pk,
        email=email,
        role=Role.EDITOR,
        language="it",
    )


def test_an_invitation_is_a_mail_with_a_link_that_the_row_does_not_know() -> None:
    invitation = invited(founded_by(somebody("Ada")))
    letter = Letter.objects.get()
    token = token_in(letter)
    assert (letter.to, letter.language) == ("bruno@posta.example", "it")
    assert token not in str(Invitation.objects.values())
    assert invitation_of(token) == invitation
    assert invitation.expires_at - invitation.invited_at == timedelta(days=7)


def test_A5_the_mail_is_the_same_whether_the_address_has_joined() -> None:
    organisation = founded_by(somebody("Ada"))
    somebody("Bruno")
    invited(organisation, "bruno@posta.example")
    invited(organisation, "elena@posta.example")
    one, two = Letter.objects.order_by("pk")
    assert one.text.replace(token_in(one), "") == two.text.replace(token_in(two), "")
    assert one.subject == two.subject


def test_a_second_invitation_ends_the_first() -> None:
    organisation = founded_by(somebody("Ada"))
    invited(organisation)
    invited(organisation, "BRUNO@posta.example")
    first, second = Letter.objects.order_by("pk")
    assert invitation_of(token_in(first)) is None
    assert invitation_of(token_in(second)) is not None


def test_A4_a_team_does_not_send_mails_without_end() -> None:
    organisation = founded_by(somebody("Ada"))
    for number in range(MOST_IN_A_DAY):
        invited(organisation, f"p{number}@posta.example")
    with pytest.raises(TooManyInvitations):
        invited(organisation)


def test_A4_nobody_writes_to_strangers_without_end_from_many_teams() -> None:
    ada = somebody("Ada")
    teams = [founded_by(ada, name=f"Coro {n}") for n in range(MOST_OF_A_PERSON // MOST_IN_A_DAY)]
    for team in teams:
        for number in range(MOST_IN_A_DAY):
            invited(team, f"p{team.pk}-{number}@posta.example")
    with pytest.raises(TooManyInvitations):
        invited(founded_by(ada, name="Coro nuovo"), "dora@posta.example")


def test_A4_nobody_gets_invitations_without_end_from_many_teams() -> None:
    ada = somebody("Ada")
    teams = [founded_by(ada, name=f"Coro {n}") for n in range(MOST_TO_A_MAILBOX + 1)]
    for team in teams[:-1]:
        invited(team)
    with pytest.raises(TooManyInvitations):
        invited(teams[-1])


def test_A31_a_name_with_a_line_break_writes_no_other_head() -> None:
    invited(founded_by(somebody("Ada"), name="Coro\r\nBcc: tutti@posta.example"))
    assert "\n" not in Letter.objects.get().subject
