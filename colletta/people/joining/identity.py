"""How lately somebody proved who they are."""

import time

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest


def proved_lately(request: HttpRequest) -> bool:
    """Whether the person signed in, or answered once more, within the last quarter of an hour.

    allauth writes each proof into the session with its instant, in seconds of Python's clock.
    """
    records = get_authentication_records(request, request.user)
    newest = max((record["at"] for record in records), default=0)
    return bool(time.time() - newest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)
