"""The signed link of a mailbox: whoever holds it chooses its letters, without signing in."""

from collections.abc import Iterable

from django.conf import settings
from django.core.signing import BadSignature, Signer

from colletta.mail.kinds import Topic
from colletta.mail.models import Mailbox

SALT = "colletta.mail.mailbox"


class LinkIsNotOurs(LookupError):
    """The token was not made here, or was altered."""


def token_of(mailbox: Mailbox) -> str:
    """What stands in the address; the same for the same mailbox, at any time."""
    return _signer().sign(str(mailbox.pk))


def mailbox_of(token: str) -> Mailbox:
    """The mailbox of a token. Raises LinkIsNotOurs."""
    try:
        return Mailbox.objects.get(pk=int(_signer().unsign(token)))
    except (BadSignature, ValueError, Mailbox.DoesNotExist) as fault:
        raise LinkIsNotOurs from fault


def address_of(mailbox: Mailbox, language: str) -> str:
    """The whole address of the page where its letters are chosen."""
    return f"{settings.COLLETTA_URL}/{language}/letters/{token_of(mailbox)}/"


def end_address_of(mailbox: Mailbox, topics: Iterable[str], language: str) -> str:
    """Where a mail program ends letters about these topics with one click (RFC 8058)."""
    return f"{address_of(mailbox, language)}{'-'.join(topics)}/end/"


def topics_in(named: str) -> list[Topic]:
    """The topics of such an address, without what is none."""
    return [Topic(name) for name in named.split("-") if name in Topic.values]


def _signer() -> Signer:
    return Signer(salt=SALT)
