"""The signed link of a pledge: whoever holds it sees the pledge, without signing in.

It stands in the letters of the pledge and on the page after the payment. Django's Signer makes it,
with a salt of its own, so that no other signed text of the site opens a pledge.
"""

from django.conf import settings
from django.core.signing import BadSignature, Signer

from colletta.pledges.models import Pledge

SALT = "colletta.pledges.link"


class LinkIsNotOurs(LookupError):
    """The token was not made here, or was altered."""


def token_of(pledge: Pledge) -> str:
    """What stands in the address; the same for the same pledge, at any time."""
    return _signer().sign(str(pledge.pk))


def pledge_of(token: str) -> Pledge:
    """The pledge of a token, with its campaign. Raises LinkIsNotOurs."""
    try:
        number = int(_signer().unsign(token))
        return Pledge.objects.select_related("campaign").get(pk=number)
    except (BadSignature, ValueError, Pledge.DoesNotExist) as fault:
        raise LinkIsNotOurs from fault


def address_of(pledge: Pledge, language: str) -> str:
    """The whole address of a pledge's own page in a language."""
    return f"{settings.COLLETTA_URL}/{language}/pledges/{token_of(pledge)}/"


def _signer() -> Signer:
    return Signer(salt=SALT)
