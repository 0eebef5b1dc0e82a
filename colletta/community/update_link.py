"""The signed link by which a supporter without an account reads what supporters are told."""

from django.conf import settings
from django.core.signing import BadSignature, Signer

from colletta.community.models import Update
from colletta.pledges.models import Pledge

SALT = "colletta.community.update"


class LinkIsNotOurs(LookupError):
    """The token was not made here or altered, or is no supporter's any more."""


def address_of(update: Update, pledge: Pledge, language: str) -> str:
    """The whole address of the update for this supporter."""
    return f"{settings.COLLETTA_URL}/{language}/updates/{token_of(update, pledge)}/"


def token_of(update: Update, pledge: Pledge) -> str:
    """What stands in the address. It is bound to the pledge: it ends when the money goes back."""
    return _signer().sign(f"{update.pk}.{pledge.pk}")


def update_of(token: str) -> Update:
    """The update of a token, with its campaign. Raises LinkIsNotOurs."""
    try:
        update_id, pledge_id = (int(part) for part in _signer().unsign(token).split("."))
        found = Update.objects.told_to_supporters().select_related("campaign").get(pk=update_id)
        Pledge.objects.standing().get(pk=pledge_id, campaign=found.campaign)
    except (BadSignature, ValueError, Update.DoesNotExist, Pledge.DoesNotExist) as fault:
        raise LinkIsNotOurs from fault
    return found


def _signer() -> Signer:
    return Signer(salt=SALT)
