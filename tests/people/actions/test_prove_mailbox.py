"""A person proves that a mailbox is theirs."""

import pytest
from django.db import IntegrityError, transaction

from colletta.history.models import Fact
from colletta.people.actions.prove_mailbox import prove_mailbox
from tests.cast import ada, bruno

pytestmark = pytest.mark.django_db


def test_the_proof_is_a_fact_without_the_address() -> None:
    person = prove_mailbox(
        person=ada(), address="ada@posta.example", typed_before="Ada@Posta.example"
    )
    person.refresh_from_db()
    assert (person.email, person.email_key) == ("Ada@Posta.example", "ada@posta.example")
    fact = Fact.objects.get(kind="person.email_proved")
    assert (fact.about, fact.by, fact.details) == (f"person:{person.pk}", f"person:{person.pk}", {})


def test_another_mailbox_becomes_the_one_they_are_compared_by() -> None:
    person = prove_mailbox(
        person=ada(), address="orto@posta.example", typed_before="ada@posta.example"
    )
    person.refresh_from_db()
    assert (person.email, person.email_key) == ("orto@posta.example", "orto@posta.example")


def test_A8_nobody_takes_over_the_mailbox_of_another() -> None:
    owner = bruno()
    with pytest.raises(IntegrityError), transaction.atomic():
        prove_mailbox(person=ada(), address="BRUNO@posta.example", typed_before="ada@posta.example")
    assert Fact.objects.filter(kind="person.email_proved").count() == 0
    owner.refresh_from_db()
    assert owner.email == "bruno@posta.example"
