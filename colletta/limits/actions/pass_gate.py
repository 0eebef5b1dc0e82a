"""Nobody tries too often: asked before any money is intended."""

from datetime import datetime

from django.db import transaction

from colletta.limits.buckets import personal_buckets
from colletta.limits.counting import add
from colletta.limits.models import Attempt, Brake

SITE = "site"


class TooManyTries(Exception):
    """This address, network or mailbox has to wait until `retry_at`."""

    def __init__(self, retry_at: datetime) -> None:
        super().__init__(retry_at.isoformat())
        self.retry_at = retry_at


class MailboxMustBeProved(Exception):
    """A brake is on: whoever tries shows first that the mailbox is theirs."""


def pass_gate(
    *, kind: str, reference: str, address: str, email: str, subject: str, proved: bool
) -> None:
    """The try is counted; returning means that it may go on.

    `reference` names what is tried, so that its refusal can be weighed (count_failure); the same
    reference again is counted again. `address` is the visitor's, after trusted proxies. `subject`
    is what the try is for ("campaign:42"). `proved` says that the mailbox was proved just now or
    belongs to whoever is signed in. Raises TooManyTries, MailboxMustBeProved;
    RuntimeError inside a transaction, which could forget the try.
    """
    buckets = personal_buckets(address=address, email=email)
    with transaction.atomic(durable=True):
        full_until = add(buckets, weight=1)
        if full_until is None:
            Attempt.objects.update_or_create(
                reference=reference,
                defaults={"kind": kind, "subject": subject, "buckets": sorted(buckets.values())},
            )
    if full_until is not None:
        raise TooManyTries(full_until)
    if not proved and Brake.objects.filter(subject__in=[subject, SITE], released_at=None).exists():
        raise MailboxMustBeProved(subject)
