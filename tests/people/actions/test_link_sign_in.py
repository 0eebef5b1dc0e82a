"""Another site becomes a way in."""

import pytest

from colletta.mail.models import Letter
from colletta.people.actions.link_sign_in import LinkedToAnother, link_sign_in
from colletta.people.models import LinkedSignIn
from colletta.people.openid.claims import Claims
from tests.people.teams import somebody

pytestmark = pytest.mark.django_db

CLAIMS = Claims(
    "https://piazza.example", "ada-1", "ada@posta.example", email_proved=True, name="Ada"
)


def test_it_is_linked_once_and_told_once() -> None:
    for _ in range(2):
        link_sign_in(person=somebody("Ada"), claims=CLAIMS, language="it")
    assert LinkedSignIn.objects.count() == 1
    letter = Letter.objects.get()
    assert (letter.to, letter.language) == ("ada@posta.example", "it")
    assert "piazza.example" in letter.text


def test_it_stays_with_who_had_it_first() -> None:
    link_sign_in(person=somebody("Ada"), claims=CLAIMS, language="it")
    with pytest.raises(LinkedToAnother):
        link_sign_in(person=somebody("Bruno"), claims=CLAIMS, language="it")
    assert LinkedSignIn.objects.get().person == somebody("Ada")
