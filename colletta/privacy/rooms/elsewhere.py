"""What this room itself keeps; rooms and libraries that hold opaque ids and numbers."""

from django.db.models import Q, QuerySet

from colletta.history.models import Delivery
from colletta.limits.buckets import mail_bucket
from colletta.limits.models import Code
from colletta.privacy.holding import Holding, Plain
from colletta.privacy.models import Asking
from colletta.privacy.subject import Subject


def _failed_deliveries(subject: Subject) -> QuerySet[Delivery]:
    said = Q(pk=None)
    for address in subject.addresses:
        said |= Q(last_error__icontains=address)
    return Delivery.objects.filter(said)


def _codes(subject: Subject) -> QuerySet[Code]:
    return Code.objects.filter(mailbox__in=[mail_bucket(one) for one in subject.addresses])


HOLDINGS = (
    Holding(
        name="askings",
        model=Asking,
        theirs=lambda subject: Asking.objects.filter(email_key__in=subject.addresses),
        told=("email", "language", "asked_at"),
        untold={"email_key": "the address again", "token_hash": "opens what is held"},
    ),
    Holding(
        name="codes",
        model=Code,
        theirs=_codes,
        untold={"mailbox": "a keyed hash", "code": "a keyed hash"},
    ),
    Holding(
        name="deliveries",
        model=Delivery,
        theirs=_failed_deliveries,
        untold={"last_error": "what a program said to those who look after it"},
        erased={"last_error": ""},
    ),
)

OPAQUE = "references such as person:3"
WORD = "one word of a list"
HASH = "a keyed hash, for a short while"
COMPANY = "the payment company's numbers, without who pays"
OURS = "about the installation"

PLAIN: Plain = {
    "privacy_keptreceipt": {
        "name": "what the law keeps, until its term ends: terms.py",
        "currency": "of a list",
    },
    "history_fact": {"kind": WORD, "about": OPAQUE, "by": OPAQUE, "details": OPAQUE},
    "history_delivery": {"subscriber": "a function's name"},
    "history_transition": {"subject": WORD, "before": WORD, "after": WORD},
    "history_statechange": {"subject": WORD, "before": WORD, "after": WORD},
    "ledger_account": {"code": OPAQUE, "owner": OPAQUE, "currency": WORD, "normal": WORD},
    "ledger_posting": {"kind": WORD, "key": OPAQUE, "xid": "a number of the database's"},
    "ledger_transfer": {"currency": WORD, "xid": "a number of the database's"},
    "ledger_freeze": {"reason": "the desk's word on all money", "by": OPAQUE},
    "payments_payment": {
        "purpose": WORD,
        "provider": WORD,
        "provider_account": COMPANY,
        "provider_object": COMPANY,
        "method": WORD,
        "currency": WORD,
        "state": WORD,
    },
    "payments_mismatch": {"said": COMPANY},
    "payments_unclaimed": {"why": WORD},
    "payments_recordline": dict.fromkeys(
        ("provider", "provider_account", "name", "kind", "object_id", "reference", "currency"),
        COMPANY,
    ),
    "payments_notice": dict.fromkeys(
        ("provider", "provider_account", "event", "kind", "body"), COMPANY
    ),
    "limits_count": {"bucket": HASH},
    "limits_attempt": {"reference": OPAQUE, "kind": WORD, "subject": OPAQUE, "buckets": HASH},
    "limits_brake": {
        "subject": OPAQUE,
        "released_by": OPAQUE,
        "reason": "the desk's word on all payments of a campaign",
    },
    "folders_loading": {"digest": "a digest", "contents": "digests under files' own keys"},
    "people_cache": {"cache_key": HASH, "value": "numbers and instants, for a short while"},
    "procrastinate_jobs": {
        "queue_name": OURS,
        "task_name": OURS,
        "lock": OURS,
        "queueing_lock": OURS,
        "status": WORD,
        "args": "ids alone",
    },
    "procrastinate_events": {"type": WORD},
    "procrastinate_periodic_defers": {"task_name": OURS, "periodic_id": OURS},
    "django_content_type": {"app_label": OURS, "model": OURS},
    "django_migrations": {"app": OURS, "name": OURS},
    "auth_permission": {"name": OURS, "codename": OURS},
    "auth_group": {"name": OURS},
}
