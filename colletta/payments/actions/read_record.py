"""Copy what a provider's own record says, so that nothing it moved stays unseen."""

from collections.abc import Sequence

from django.db import connection

from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import RecordLine
from colletta.payments.providers.contract import Moved, Provider, Record
from colletta.payments.providers.registry import provider_named

PARTS = 20  # requests at a time; what is left is read the next time


def read_record(*, provider_name: str) -> Record:
    """Every line that the provider has written since the last one we know is copied.

    Returns the part that was read last, which says whether more is left. Two readers at once copy
    each line once. Raises NoSuchProvider, OutcomeUnknown, ProviderRefused, CallInsideTransaction.
    """
    if connection.in_atomic_block:
        raise CallInsideTransaction(f"the record of {provider_name}")
    provider = provider_named(provider_name)
    part = _read_on(provider)
    for _ in range(PARTS - 1):
        if not part.more:
            break
        part = _read_on(provider)
    return part


def _read_on(provider: Provider) -> Record:
    known = RecordLine.objects.filter(provider=provider.name, provider_account=provider.account)
    last = known.order_by("-pk").values_list("name", flat=True).first()
    part = provider.record(last or "")
    _copy(provider, part.lines)
    return part


def _copy(provider: Provider, lines: Sequence[Moved]) -> None:
    copies = [
        RecordLine(
            provider=provider.name,
            provider_account=provider.account,
            name=line.name,
            kind=line.kind,
            object_id=line.object_id,
            reference=line.reference,
            currency=line.amount.currency,
            amount_minor=line.amount.minor,
            moved_at=line.at,
        )
        for line in lines
    ]
    RecordLine.objects.bulk_create(copies, ignore_conflicts=True)
