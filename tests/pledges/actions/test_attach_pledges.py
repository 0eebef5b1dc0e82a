"""Pledges made with an e-mail become the person's once the mailbox was proved, not before."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.people.models import Person
from colletta.pledges.actions.attach_pledges import attach_pledges
from colletta.pledges.models import Pledge
from colletta.pledges.reactions import attach_what_was_given_before
from tests.cast import live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruno() -> Person:
    return Person.objects.create_person(email="bruno@posta.example", name="Bruno")


def test_having_the_address_attaches_nothing(bruno: Person) -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    assert pledge.person is None


def test_the_proof_attaches_what_was_given_before(bruno: Person) -> None:
    pledge, _ = pledge_of_bruno(live_campaign(), email="BRUNO@posta.example")
    fact = record("person.email_proved", about=f"person:{bruno.pk}")
    attach_what_was_given_before(fact)
    attach_what_was_given_before(fact)
    pledge.refresh_from_db()
    assert pledge.person == bruno


def test_whoever_types_the_address_after_the_proof_attaches_nothing(bruno: Person) -> None:
    proved_at = now()
    pledge, _ = pledge_of_bruno(live_campaign(), made_at=now() + timedelta(seconds=1))
    assert attach_pledges(person_id=bruno.pk, proved_at=proved_at) == 0
    pledge.refresh_from_db()
    assert pledge.person is None


def test_gifts_of_others_and_gifts_without_a_mailbox_stay_alone(bruno: Person) -> None:
    campaign = live_campaign()
    pledge_of_bruno(campaign, email="lia@posta.example")
    pledge_of_bruno(campaign, email="")
    assert attach_pledges(person_id=bruno.pk, proved_at=now()) == 0


def test_a_pledge_never_passes_from_one_person_to_another(bruno: Person) -> None:
    lia = Person.objects.create_person(email="lia@posta.example", name="Lia")
    pledge, _ = pledge_of_bruno(live_campaign(), person_id=bruno.pk)
    for other in (lia.pk, None):
        with pytest.raises(IntegrityError, match="keeps its campaign"), transaction.atomic():
            Pledge.objects.filter(pk=pledge.pk).update(person=other)
