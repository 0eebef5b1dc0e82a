"""Another site is no longer a way in."""

import pytest
from allauth.account.models import EmailAddress

from colletta.people.actions.unlink_sign_in import LastWayIn, unlink_sign_in
from colletta.people.models import LinkedSignIn
from tests.people.teams import somebody

pytestmark = pytest.mark.django_db


def linked(subject: str) -> LinkedSignIn:
    return LinkedSignIn.objects.create(
        person=somebody("Ada"), issuer="https://piazza.example", subject=subject
    )


def unlink(link: LinkedSignIn) -> None:
    unlink_sign_in(person_id=link.person_id, link_id=link.pk)


def test_the_only_way_in_stays() -> None:
    link = linked("ada-1")
    with pytest.raises(LastWayIn):
        unlink(link)


def test_it_goes_while_another_site_remains() -> None:
    linked("ada-1")
    unlink(linked("ada-2"))
    assert LinkedSignIn.objects.get().subject == "ada-1"


def test_it_goes_while_a_password_remains() -> None:
    link = linked("ada-1")
    ada = somebody("Ada")
    ada.set_password("a row of many words")
    ada.save()
    unlink(link)
    assert not LinkedSignIn.objects.exists()


def test_it_goes_while_codes_can_go_to_a_proved_mailbox() -> None:
    link = linked("ada-1")
    ada = somebody("Ada")
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True, primary=True)
    unlink(link)
    assert not LinkedSignIn.objects.exists()


def test_nobody_unlinks_for_somebody_else() -> None:
    link = linked("ada-1")
    with pytest.raises(LinkedSignIn.DoesNotExist):
        unlink_sign_in(person_id=somebody("Bruno").pk, link_id=link.pk)
