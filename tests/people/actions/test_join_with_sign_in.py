"""Somebody from another site joins."""

import pytest
from allauth.account.models import EmailAddress

from colletta.history.models import Fact
from colletta.people.actions.join_with_sign_in import join_with_sign_in
from colletta.people.models import LinkedSignIn, Person
from colletta.people.openid.claims import Claims
from tests.people.teams import somebody

pytestmark = pytest.mark.django_db

CLAIMS = Claims("https://piazza.example", "ada-1", "Ada@posta.example", email_proved=True, name="")


def join() -> Person:
    return join_with_sign_in(claims=CLAIMS, mailbox="Ada@posta.example", language="it")


def test_a_new_person_has_a_proved_mailbox_as_it_was_written() -> None:
    ada = join()
    assert (ada.email, ada.email_key, ada.name) == ("Ada@posta.example", "ada@posta.example", "Ada")
    own = EmailAddress.objects.get(user=ada)
    assert (own.verified, own.primary) == (True, True)
    assert Fact.objects.filter(kind="person.email_proved", about=f"person:{ada.pk}").exists()


def test_a_person_of_a_loaded_folder_becomes_one_who_can_come_in() -> None:
    ada = somebody("Ada")
    assert join() == ada
    assert LinkedSignIn.objects.get().person == ada


def test_ways_in_of_before_the_proof_are_closed() -> None:
    ada = somebody("Ada")
    ada.set_password("a row of many words")
    ada.save()
    EmailAddress.objects.create(user=ada, email=ada.email, verified=False, primary=True)
    LinkedSignIn.objects.create(person=ada, issuer="https://piazza.example", subject="mallory")
    assert not join().has_usable_password()
    assert LinkedSignIn.objects.get().subject == "ada-1"


def test_ways_in_of_after_a_proof_stay() -> None:
    ada = somebody("Ada")
    ada.set_password("a row of many words")
    ada.save()
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True, primary=True)
    assert join().has_usable_password()
