"""When somebody who tried too often may try again."""

import time

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

from colletta.people.joining.addresses import known_form

A_MINUTE = 60
# The addresses of pages, and under which name allauth counts what is sent to them.
COUNTED = {
    "account_login": "login",
    "account_signup": "signup",
    "account_reset_password": "reset_password",
    "account_request_login_code": "request_login_code",
    "account_reset_password_from_key": "reset_password_from_key",
    "account_change_password": "change_password",
    "account_set_password": "change_password",
    "account_email": "manage_email",
    "account_reauthenticate": "reauthenticate",
}


def seconds_to_wait(request: HttpRequest) -> int:
    """Until the next try is taken; a minute where nothing is counted under this address."""
    match = request.resolver_match
    action = COUNTED.get(match.url_name or "") if match else None
    if action is None:
        return A_MINUTE
    rates = ratelimit.get_rates(app="allauth.account", action=action)
    return max([_left(request, action, rate) for rate in rates], default=0) or A_MINUTE


def _left(request: HttpRequest, action: str, rate: ratelimit.Rate) -> int:
    if rate.per == "user" and not request.user.is_authenticated:
        return 0
    # What a page counts by is the address in it, as allauth compares it.
    key = known_form(request.POST.get("email", "")).lower() if rate.per == "key" else None
    name = ratelimit.get_cache_key(
        request, app="allauth.account", action=action, rate=rate, key=key
    )
    tries = cache.get(name, [])
    if len(tries) < rate.amount:
        return 0
    return max(1, int(tries[-1] + rate.duration - time.time()) + 1)
