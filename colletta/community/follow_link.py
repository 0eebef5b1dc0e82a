"""The signed link of a follow: whoever holds it chooses what they hear of, without signing in."""

from django.conf import settings
from django.core.signing import BadSignature, Signer

from colletta.community.models import Follow

SALT = "colletta.community.follow"


class LinkIsNotOurs(LookupError):
    """The token was not made here, or was altered."""


def token_of(follow: Follow) -> str:
    """What stands in the address; the same for the same follow, at any time."""
    return _signer().sign(str(follow.pk))


def follow_of(token: str) -> Follow:
    """The follow of a token, with its campaign. Raises LinkIsNotOurs."""
    try:
        number = int(_signer().unsign(token))
        return Follow.objects.select_related("campaign").get(pk=number)
    except (BadSignature, ValueError, Follow.DoesNotExist) as fault:
        raise LinkIsNotOurs from fault


def address_of(follow: Follow) -> str:
    """The whole address of its page, in the follower's language."""
    return f"{settings.COLLETTA_URL}/{follow.language}/follows/{token_of(follow)}/"


def _signer() -> Signer:
    return Signer(salt=SALT)
