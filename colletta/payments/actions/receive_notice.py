"""Take in what a provider tells us: a hint to look, kept once."""

import logging
from collections.abc import Mapping

from django.db import connection, transaction
from django.db.models.functions import Now

from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.history.second_try import tried_again
from colletta.payments.actions.apply_snapshot import apply_snapshot
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import Notice, Payment
from colletta.payments.providers.contract import ForgedNotice, Hint, Provider, Snapshot
from colletta.payments.providers.registry import provider_named

log = logging.getLogger(__name__)


def receive_notice(*, provider_name: str, headers: Mapping[str, str], body: bytes) -> Notice:
    """The notice is kept, the provider's object was read, and what it says is applied.

    It is kept first, so that nothing is lost when reading fails: a redelivery, or the sweep, then
    goes on where it stopped; one that was processed changes nothing (rule R5, guard D15). One about
    an object that is no payment of ours stays unprocessed, and is told to the operators. Raises
    ForgedNotice, NoSuchProvider, ProviderRefused, OutcomeUnknown, CallInsideTransaction.
    """
    if connection.in_atomic_block:
        raise CallInsideTransaction("a notice")
    provider = provider_named(provider_name)
    hint = provider.read_notice(headers, body)
    if (hint.account, hint.live) != (provider.account, provider.live):
        raise ForgedNotice("it is about another account, or another mode")
    notice = _keep(provider, hint)
    if notice.processed_at is None:
        _process(notice, provider, hint.object_id)
    return notice


def _keep(provider: Provider, hint: Hint) -> Notice:
    content = {"object": hint.object_id, "live": hint.live}
    with transaction.atomic():
        notice, new = Notice.objects.get_or_create(
            provider=provider.name,
            provider_account=hint.account,
            event=hint.event,
            defaults={"kind": hint.kind, "body": content},
        )
        if new and not hint.familiar:
            log.critical("%s tells of %r, which nobody here knows", provider.name, hint.kind)
            record("notice.unfamiliar", about=str(notice), details={"kind": hint.kind})
    return notice


def _process(notice: Notice, provider: Provider, object_id: str) -> None:
    snapshot = provider.fetch(object_id)
    payment = _meant(provider, snapshot)
    if payment is None:
        log.critical("%s tells of %s, which is no payment of ours", provider.name, object_id)
        return
    _apply(notice, payment, snapshot)


@tried_again
@transaction.atomic
def _apply(notice: Notice, payment: Payment, snapshot: Snapshot) -> None:
    apply_snapshot(payment_id=payment.pk, snapshot=snapshot, at=now())
    Notice.objects.filter(pk=notice.pk, processed_at=None).update(processed_at=Now())


def _meant(provider: Provider, snapshot: Snapshot) -> Payment | None:
    """The payment of an object; one whose start was cut off is known by our own reference."""
    ours = Payment.objects.filter(provider=provider.name, provider_account=provider.account)
    number = snapshot.reference.removeprefix("payment:")
    is_number = number.isascii() and number.isdigit() and len(number) < 19
    by_reference = ours.filter(pk=number) if is_number else ours.none()
    return ours.filter(provider_object=snapshot.object_id).first() or by_reference.first()
