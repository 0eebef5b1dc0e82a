"""The company's objects in the words of our contract."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from colletta.money import Money
from colletta.payments.models import Method, RecordLine, State
from colletta.payments.providers.contract import (
    Description,
    Hint,
    Moved,
    OutcomeUnknown,
    Record,
    Snapshot,
    Start,
    Started,
)
from colletta.payments.providers.sandbox.signature import read_signed, told
from colletta.payments.providers.sandbox.wire import AnswerUnclear, get, post

STATES = {
    "created": State.STARTED,
    "action_needed": State.ACTION_NEEDED,
    "processing": State.PROCESSING,
    "authorised": State.AUTHORISED,
    "succeeded": State.CAPTURED,
    "refused": State.REFUSED,
    "cancelled": State.CANCELLED,
    "expired": State.EXPIRED,
}


API_VERSION = "2026-05-01"
KINDS = frozenset({f"payment.{status}" for status in STATES} - {"payment.created"}) | {
    "refund.pending",
    "refund.succeeded",
    "refund.failed",
}
METHODS = (Method.CARD, Method.PAYPAL, Method.SEPA_DEBIT)


@dataclass(frozen=True, kw_only=True)
class Sandbox:
    """One account with the company. `secrets` sign its notices, an old one too while it changes."""

    url: str
    account: str
    key: str = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)
    patience: int = 10  # seconds; a longer silence is an unknown outcome
    name: str = "sandbox"
    live: bool = False

    def describe(self) -> Description:
        """See the contract."""
        return Description(title="Sabbiera", methods=METHODS)

    def start(self, start: Start) -> Started:
        """See the contract: the reference is the idempotency key, so there is one object for it."""
        content = {
            "amount": start.amount.minor,
            "currency": start.amount.currency,
            "capture": "later" if start.save_for_later else "automatic",
            "method": start.method,
            "payee": start.payee,
            "description": start.description,
            "return_url": start.return_url,
            "language": start.language,
            "metadata": {"reference": start.reference},
        }
        try:
            made = post(
                f"{self.url}/v1/payments",
                key=self.key,
                patience=self.patience,
                once=start.reference,
                content=content,
            )
        except AnswerUnclear:
            # It is repeated for this key for ever (fault F5): what was made is found by its name.
            if not (found := self._named(start.reference)):
                raise
            made = found[0]
        return Started(object_id=_word(made, "id"), page=_word(made, "hosted_page"))

    def fetch(self, object_id: str) -> Snapshot:
        """See the contract. Notices about a refund name the refund."""
        if object_id.startswith("ref_"):
            object_id = _word(self._get(f"/v1/refunds/{quote(object_id)}"), "payment")
        return _snapshot(self._get(f"/v1/payments/{quote(object_id)}"))

    def cancel(self, object_id: str) -> Snapshot:
        """See the contract. The company refuses to cancel twice: the object is read, too."""
        address = f"{self.url}/v1/payments/{quote(object_id)}/cancel"
        once = f"cancel:{object_id}"
        return _snapshot(post(address, key=self.key, patience=self.patience, once=once, content={}))

    def find(self, reference: str) -> Snapshot | None:
        """See the contract."""
        found = self._named(reference)
        return _snapshot(found[0]) if found else None

    def _named(self, reference: str) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self._get("/v1/payments", reference=reference)["items"]
        return items

    def record(self, after: str) -> Record:
        """See the contract. Lines are numbered."""
        found = self._get("/v1/record", after=after or "0", limit="100")
        totals = found.get("totals", {})
        lines = [_moved(one) for one in found.get("items", [])]
        return Record(
            lines=lines,
            last=lines[-1].name if lines else after,
            more=bool(found.get("more")),
            captured={currency: sums["captured"] for currency, sums in totals.items()},
            refunded={currency: sums["refunded"] for currency, sums in totals.items()},
        )

    def _get(self, path: str, **query: str) -> dict[str, Any]:
        return get(f"{self.url}{path}", key=self.key, patience=self.patience, **query)

    def read_notice(self, headers: Mapping[str, str], body: bytes) -> Hint:
        """See the contract."""
        notice = read_signed(headers, body, secrets=self.secrets)
        kind = told(notice, "type", longest=100)
        return Hint(
            event=told(notice, "id"),
            kind=kind,
            familiar=kind in KINDS and notice.get("api_version") == API_VERSION,
            object_id=told(notice, "object"),
            account=told(notice, "account"),
            live=notice.get("mode") != "test",
        )


def _snapshot(found: Mapping[str, Any]) -> Snapshot:
    currency = _word(found, "currency")
    state = STATES.get(_word(found, "status"))
    if state is None:
        raise OutcomeUnknown(f"the status {found['status']!r} is not known")
    metadata = found.get("metadata") or {}
    return Snapshot(
        object_id=_word(found, "id"),
        account=_word(found, "account"),
        live=found.get("mode") != "test",
        reference=str(metadata.get("reference", "")),
        state=state,
        amount=_sum(found, "amount", currency),
        captured=_sum(found, "captured", currency),
        refunded=_sum(found, "refunded", currency),
    )


def _moved(line: Mapping[str, Any]) -> Moved:
    return Moved(
        name=str(line["number"]),
        kind=RecordLine.Kind(line["kind"]),
        object_id=_word(line, "payment"),
        reference=str(line.get("reference", "")),
        amount=_sum(line, "amount", _word(line, "currency")),
        at=datetime.fromtimestamp(line["at"], UTC),
    )


def _word(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not value:
        raise OutcomeUnknown(f"the answer has no {name}")
    return value


def _sum(found: Mapping[str, Any], name: str, currency: str) -> Money:
    value = found.get(name)
    if type(value) is not int:
        raise OutcomeUnknown(f"the answer has no {name} in minor units")
    return Money(value, currency)
