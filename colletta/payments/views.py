"""The address that each provider posts its notices to."""

import logging
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from colletta.ledger.actions.post import PostingRefused
from colletta.payments.actions.receive_notice import receive_notice
from colletta.payments.providers.contract import ForgedNotice, OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import NoSuchProvider

LONGEST = 64 * 1024  # bytes; no provider needs more to say what to look at
AGAIN = {"Retry-After": "30"}
log = logging.getLogger(__name__)


@csrf_exempt  # the signature says who speaks; there is no session to be misused
@require_POST
def notices(request: HttpRequest, provider_name: str) -> HttpResponse:
    """200 once the notice is kept and applied; 503 where the provider should tell it again.

    413 and 400 for what is too long or not provably the provider's: nothing of it is kept.
    """
    if _length(request) > LONGEST:
        return HttpResponse(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        receive_notice(provider_name=provider_name, headers=request.headers, body=request.body)
    except NoSuchProvider:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    except ForgedNotice as forged:
        log.warning("A notice to %s was refused: %s", provider_name, forged)
        return HttpResponse(status=HTTPStatus.BAD_REQUEST)
    except (OutcomeUnknown, ProviderRefused, PostingRefused) as wait:
        log.warning("A notice of %s waits: %s", provider_name, wait)
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=AGAIN)
    return HttpResponse(status=HTTPStatus.OK)


def _length(request: HttpRequest) -> int:
    """What the request says of itself; without a length Django reads nothing of its body."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0
