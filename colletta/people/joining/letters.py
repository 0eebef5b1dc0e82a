"""Which letter tells what: allauth's occasions in our outbox, in our words."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from colletta.mail.actions.write_letter import write_letter
from colletta.people.joining.addresses import person_at

LETTERS = {
    "account/email/email_confirmation_signup": "confirm_joining",
    "account/email/email_confirmation": "confirm_address",
    "account/email/login_code": "sign_in_code",
    "account/email/password_reset_key": "recovery",
    "account/email/unknown_account": "nobody_here",
    "account/email/account_already_exists": "here_already",
}
# What changed, one sentence each; all in the letter `changed`.
CHANGES = {
    "account/email/email_changed": _("Your e-mail address was changed."),
    "account/email/email_confirm": _("Your e-mail address was confirmed."),
    "account/email/email_deleted": _("An e-mail address was removed."),
    "account/email/password_changed": _("Your password was changed."),
    "account/email/password_reset": _("Your password was replaced through a link in a mail."),
    "account/email/password_set": _("A password was set."),
    "mfa/email/totp_activated": _("An authenticator app was added as second factor."),
    "mfa/email/totp_deactivated": _("The authenticator app was removed."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made."),
    "mfa/email/webauthn_added": _("A passkey was added."),
    "mfa/email/webauthn_removed": _("A passkey was removed."),
    "socialaccount/email/account_connected": _("Another site was added for signing in."),
    "socialaccount/email/account_disconnected": _("Another site was removed for signing in."),
}
# What a letter may show of what allauth tells; the rest (the request, the address it came from,
# the program it was made with) stays out of the mail.
SHOWN = ("code", "password_reset_url")


def write(occasion: str, *, to: str, context: dict[str, Any]) -> None:
    """A letter for this occasion waits in the outbox. Raises KeyError for an unknown occasion."""
    person = person_at(to)
    language = person.language if person else get_language() or settings.LANGUAGE_CODE
    shown = {name: context[name] for name in SHOWN if name in context}
    template = LETTERS.get(occasion, "changed")
    if template == "changed":
        shown["change"] = CHANGES[occasion]
    with override(language), transaction.atomic():
        write_letter(
            key=f"person:{template}:{uuid4()}",
            kind=template,
            to=to,
            language=language,
            template=f"people/letters/{template}",
            secret=any(name in shown for name in SHOWN),
            context=shown | _links() | {"name": person.name if person else ""},
        )


def _links() -> dict[str, str]:
    names = {
        "join": "account_signup",
        "sign_in": "account_login",
        "recover": "account_reset_password",
    }
    return {key: settings.COLLETTA_URL + reverse(name) for key, name in names.items()}
