"""Somebody from another site joins, or shows that a mailbox here is theirs."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from colletta.people.actions.link_sign_in import link_sign_in
from colletta.people.actions.prove_mailbox import prove_mailbox
from colletta.people.models import LinkedSignIn, Person, email_key
from colletta.people.openid.claims import Claims


@transaction.atomic
def join_with_sign_in(*, claims: Claims, mailbox: str, language: str) -> Person:
    """The person of `mailbox` exists, the mailbox is proved, the sign-in is theirs.

    The caller saw the proof: the other site's word where nobody had the address here, else the link
    of a mail to it. Whoever used the address here before without proving it loses every way in:
    they may have waited for its owner. Raises LinkedToAnother, IntegrityError where somebody else
    joined with the address at the same moment.
    """
    person = Person.objects.select_for_update().filter(email_key=email_key(mailbox)).first()
    if person is None:
        name = claims.name or mailbox.partition("@")[0]
        person = Person.objects.create_person(email=mailbox, name=name)
    elif not EmailAddress.objects.filter(user=person, verified=True).exists():
        _shut_out(person)
    own, _ = EmailAddress.objects.get_or_create(user=person, email=mailbox.lower())
    if not own.verified:
        EmailAddress.objects.filter(user=person).exclude(pk=own.pk).update(primary=False)
        EmailAddress.objects.filter(pk=own.pk).update(verified=True, primary=True)
        prove_mailbox(person=person, address=mailbox, typed_before=person.email)
    link_sign_in(person=person, claims=claims, language=language)
    return person


def _shut_out(person: Person) -> None:
    """No password, other site, second factor or open session of before is good any more."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    LinkedSignIn.objects.filter(person=person).delete()
    Authenticator.objects.filter(user=person).delete()
    for session in UserSession.objects.filter(user=person):
        session.end()
