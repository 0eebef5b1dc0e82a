"""A person is one e-mail."""

import pytest
from django.db import IntegrityError

from colletta.people.models import Person, email_key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Bruno@Posta.Example", "bruno@posta.example"),
        (" bruno@posta.example ", "bruno@posta.example"),
        ("ＢＲＵＮＯ@posta.example", "bruno@posta.example"),
        ("straße@posta.example", "strasse@posta.example"),
    ],
)
def test_addresses_are_compared_after_normalising_and_folding(typed: str, key: str) -> None:
    assert email_key(typed) == key


@pytest.mark.django_db
def test_one_address_is_one_person() -> None:
    ada = Person.objects.create_person(email="Ada@posta.example", name="Ada")
    assert ada.email == "Ada@posta.example"
    assert not ada.has_usable_password()
    with pytest.raises(IntegrityError):
        Person.objects.create_person(email="ada@POSTA.example", name="Ada again")
