"""The people of the demonstration join, and take their places."""

import secrets

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.db import transaction

from colletta.demo.cast import CAST, OKSANA, Player
from colletta.demo.codes import secret_of
from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.matching.models import Partner
from colletta.people.actions.found_organisation import found_organisation
from colletta.people.actions.give_desk_role import give_desk_role
from colletta.people.actions.prove_mailbox import prove_mailbox
from colletta.people.models import Kind, Membership, Organisation, Person, email_key
from colletta.people.models.desk_role import Role
from colletta.pledges.actions.ask_for_refund import ask_for_refund
from colletta.pledges.actions.attach_pledges import attach_pledges
from colletta.pledges.models import Pledge

# The foundation is known by its matches; this is what its own page says.
FOUNDATION = "Fondazione Olmo Grande"
ITS_WORDS = (
    "Aggiungiamo del nostro dove un quartiere ha già cominciato da solo. Non scegliamo noi i "
    "progetti: li sceglie chi dona per primo, e noi arriviamo quando la strada è a metà."
)
# The campaign whose gift the supporter asks back.
REGRETTED = "aria-di-laguna"


def gather() -> int:
    """Everybody of the cast is there, with what they own; how many came just now.

    Whoever is there already is left alone, whatever became of them meanwhile.
    """
    known = set(Person.objects.values_list("email_key", flat=True))
    missing = [player for player in CAST if email_key(player.email) not in known]
    # Nobody knows this password: what signs them in is the word, in a demonstration alone.
    nobodys = make_password(secrets.token_urlsafe(32)) if missing else ""
    for player in missing:
        _join(player, password=nobodys)
    return len(missing)


@transaction.atomic
def _join(player: Player, *, password: str) -> None:
    person = Person.objects.create_person(
        email=player.email, name=player.name, language=player.language
    )
    person.password = password
    person.save(update_fields=["password"])
    EmailAddress.objects.create(user=person, email=player.email, verified=True, primary=True)
    prove_mailbox(person=person, address=player.email, typed_before=player.email)
    # The worker would, but the first page may be asked for before it runs.
    attach_pledges(person_id=person.pk, proved_at=now())
    if player.team:
        _take_place(person, player)
    if player is OKSANA:
        _ask_something_back(person)
    if player.desk:
        TOTP.activate(person, secret_of(player))
        give_desk_role(person_id=person.pk, role=Role(player.desk))


def _ask_something_back(person: Person) -> None:
    """So that the desk has something to do on its first morning."""
    if pledge := Pledge.objects.filter(person=person, campaign__slug=REGRETTED).first():
        ask_for_refund(pledge_id=pledge.pk, reason="Ho donato due volte per sbaglio: una bastava.")


def _take_place(person: Person, player: Player) -> None:
    if player.team == FOUNDATION:
        _found_foundation(person)
        return
    team = Organisation.objects.filter(name=player.team).first()
    if team is None:  # its campaign was not loaded: a site that changed its campaigns still starts
        return
    Membership.objects.create(organisation=team, person=person, role=player.place)
    record(
        "organisation.member_joined",
        about=f"organisation:{team.pk}",
        by=f"person:{person.pk}",
        details={"role": player.place},
    )


def _found_foundation(person: Person) -> None:
    founded = found_organisation(
        person_id=person.pk,
        name=FOUNDATION,
        place="Modena",
        kind=Kind.FOUNDATION,
        contact_email="bandi@olmogrande.example",
        contact_shown=True,
        about=ITS_WORDS,
        language="it",
    )
    Partner.objects.filter(name=FOUNDATION).update(organisation=founded)
