"""Somebody at another site becomes a way in for a person here."""

from django.db import IntegrityError, transaction

from colletta.mail.actions.write_letter import write_letter
from colletta.people.models import LinkedSignIn, Person
from colletta.people.openid.claims import Claims
from colletta.people.openid.providers import name_of


class LinkedToAnother(Exception):
    """Another person here signs in with it."""


def link_sign_in(*, person: Person, claims: Claims, language: str) -> LinkedSignIn:
    """The person can sign in with it, and a letter told them so; linking twice changes nothing.

    The caller made sure that both are the same human: `claims` were believed, and the person is
    signed in, or their mailbox was proved on both sides. Raises LinkedToAnother.
    """
    try:
        return _linked(person, claims, language)
    except IntegrityError:  # another request was quicker
        return _linked(person, claims, language)


@transaction.atomic
def _linked(person: Person, claims: Claims, language: str) -> LinkedSignIn:
    there = LinkedSignIn.objects.filter(issuer=claims.issuer, subject=claims.subject).first()
    if there and there.person_id != person.pk:
        raise LinkedToAnother
    if there:
        return there
    link = LinkedSignIn.objects.create(
        person=person, issuer=claims.issuer, subject=claims.subject, email=claims.email
    )
    write_letter(
        key=f"sign_in_linked:{link.pk}",
        kind="person.sign_in_linked",
        to=person.email,
        language=language,
        template="people/letters/sign_in_linked",
        context={"name": person.name, "provider": name_of(claims.issuer)},
    )
    return link
