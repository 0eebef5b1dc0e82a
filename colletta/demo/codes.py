"""The second factor of the demonstration's people, which this machine can answer for them."""

import base64
import time
from dataclasses import dataclass

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils.crypto import salted_hmac

from colletta.demo.cast import Player

_SALT = "colletta demonstration"
_LENGTH = 20  # bytes of the shared secret (RFC 4226, section 4, R6)


@dataclass(frozen=True)
class Code:
    """Six digits, and for how many more seconds an app would show them."""

    digits: str
    seconds: int


def secret_of(player: Player) -> str:
    """Drawn from the site's signing key: another installation has another one."""
    digest = salted_hmac(_SALT, player.key, algorithm="sha256").digest()
    return base64.b32encode(digest[:_LENGTH]).decode()


def code_of(player: Player) -> Code:
    """The code of this moment (RFC 6238), by the clock that allauth compares with."""
    counter, passed = divmod(int(time.time()), app_settings.TOTP_PERIOD)
    digits = format_hotp_value(hotp_value(secret_of(player), counter))
    return Code(digits, app_settings.TOTP_PERIOD - passed)
