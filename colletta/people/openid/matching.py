"""Who of us somebody from another site is."""

from allauth.account.models import EmailAddress

from colletta.people.models import LinkedSignIn, Person, email_key
from colletta.people.openid.claims import Claims


class ProofNeeded(Exception):
    """The mailbox was not proved on both sides: a mail must prove it first.

    `mailbox` is where that mail goes: what its person typed here, else what the other site said.
    """

    def __init__(self, mailbox: str) -> None:
        super().__init__("the mailbox was not proved on both sides")
        self.mailbox = mailbox


class NoMailbox(Exception):
    """The other site told no address, and a person is one mailbox."""


def person_behind(claims: Claims) -> Person | None:
    """The person who signed in, or None for somebody new whose mailbox the other site proved.

    Linked before: that person, whatever the addresses say today. Otherwise the same mailbox must
    have been proved to the other site and to us: an address that either of them only was told could
    be anybody's. Raises ProofNeeded, NoMailbox.
    """
    if known := linked_person(claims):
        return known
    if not claims.email:
        raise NoMailbox
    person = Person.objects.filter(email_key=email_key(claims.email)).first()
    if person is None:
        if claims.email_proved:
            return None
        raise ProofNeeded(claims.email)
    if claims.email_proved and has_proved(person, claims.email):
        return person
    raise ProofNeeded(person.email)


def linked_person(claims: Claims) -> Person | None:
    """Whom this somebody was linked to before."""
    links = LinkedSignIn.objects.filter(issuer=claims.issuer, subject=claims.subject)
    link = links.select_related("person").first()
    return link.person if link else None


def has_proved(person: Person, address: str) -> bool:
    """Whether the person proved exactly this address to us.

    Letters' case aside the addresses must be the same as stored, not only the same once folded:
    addresses that look alike are other people's mailboxes (CVE-2019-19844).
    """
    if person.email.lower() != address.lower():
        return False
    proved: bool = EmailAddress.objects.filter(
        user=person, email=address.lower(), verified=True
    ).exists()
    return proved
