"""Nobody sends words to others too often: asked before they are kept."""

from django.db import transaction

from colletta.limits.actions.pass_gate import TooManyTries
from colletta.limits.buckets import words_bucket
from colletta.limits.counting import add


def count_words(*, kind: str, address: str) -> None:
    """The words are counted; returning means that they may be kept.

    `kind` is what they are ("report"): each kind is counted by itself. `address` is the visitor's,
    after trusted proxies. Raises TooManyTries; RuntimeError inside a transaction, which could
    forget the count.
    """
    with transaction.atomic(durable=True):
        full_until = add({"words": words_bucket(kind=kind, address=address)}, weight=1)
    if full_until is not None:
        raise TooManyTries(full_until)
