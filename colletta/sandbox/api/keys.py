"""Idempotency: the same key gets the same answer, and nothing is done twice."""

import hashlib
import json
from collections.abc import Callable

from colletta.sandbox.api.answer import Answer
from colletta.sandbox.api.fields import is_clean
from colletta.sandbox.api.visit import Visit
from colletta.sandbox.nouns.key import LIFE, UsedKey
from colletta.sandbox.refusal import Refusal

HEADER = "idempotency-key"
MOST = 255


def once_for_its_key(visit: Visit, perform: Callable[[], Answer], *, needed: bool) -> Answer:
    """What `perform` answers, or answered when this key was used for the same request before.

    Raises Refusal: the key is needed and missing, or was used for another request.
    """
    key = visit.request.headers.get(HEADER, "")
    if not key and needed:
        raise Refusal("idempotency_key_missing")
    if not key:
        return perform()
    if len(key) > MOST or not is_clean(key):
        message = f"A key has at most {MOST} characters."
        raise Refusal("parameter_invalid", message, parameter="Idempotency-Key")
    return _replay(visit, key) or _remember(visit, key, perform())


def _replay(visit: Visit, key: str) -> Answer | None:
    used = visit.turn.state.keys.get(key)
    if used is None or _is_forgotten(visit, used):
        return None
    if used.fingerprint != _fingerprint(visit):
        raise Refusal("idempotency_error")
    return Answer(used.status, used.body.encode(), {"Idempotent-Replayed": "true"})


def _is_forgotten(visit: Visit, used: UsedKey) -> bool:
    return visit.turn.now() - used.at >= LIFE


def _remember(visit: Visit, key: str, answer: Answer) -> Answer:
    visit.turn.append(
        "key.used",
        f"key:{key}",
        fingerprint=_fingerprint(visit),
        status=answer.status,
        body=answer.body.decode(),
    )
    return answer


def _fingerprint(visit: Visit) -> str:
    request = visit.request
    content = json.dumps([request.method, request.path, request.json()], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
