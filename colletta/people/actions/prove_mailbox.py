"""A person proves that a mailbox is theirs."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.mail.actions.trust_mailbox import trust_mailbox
from colletta.mail.addresses import email_key
from colletta.people.models.person import Person


@transaction.atomic
def prove_mailbox(*, person: Person, address: str, typed_before: str) -> Person:
    """The person is compared by the proved address, and a fact tells that it was proved.

    The address stays as it was typed where it is the same mailbox. Raises IntegrityError where
    another person has it.
    """
    same = email_key(typed_before) == email_key(address)
    person.email = typed_before if same else address
    person.email_key = email_key(address)
    person.save(update_fields=["email", "email_key"])
    trust_mailbox(address=person.email, at=now())
    reference = f"person:{person.pk}"
    record("person.email_proved", about=reference, by=reference)
    return person
