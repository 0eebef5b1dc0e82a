"""What allauth asks of a site, answered our way: who is who, which mail, which words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.core import context as asking
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from colletta.mail.addresses import email_key
from colletta.people.actions.prove_mailbox import prove_mailbox
from colletta.people.joining.addresses import known_form, mailbox_of
from colletta.people.joining.identity import proved_lately
from colletta.people.joining.letters import LETTERS, write
from colletta.people.models.person import Person

LONGEST_PASSWORD = 128
LETTERS_TO_ONE_MAILBOX = {"letters": "10/1h/key"}
# What is said on the next own page. Of the rest nothing is: the page itself says that a mail was
# sent, and a word to somebody who just left would give them a session, and so a cookie.
NOTICES = {
    "account/messages/email_confirmation_failed.txt": _("This address cannot be confirmed."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed."),
    "account/messages/email_deleted.txt": _("The address is removed."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes."),
    "mfa/messages/totp_activated.txt": _("The authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("All other sessions are ended."),
}
WAYS = {
    "reauthenticate": _("With your password"),
    "mfa_reauthenticate": _("With a code of your app, or a recovery code"),
    "mfa_reauthenticate:webauthn": _("With a passkey"),
}


class JoiningAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth on our persons, our outbox and our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "incorrect_code": _("This code is not right. Look at the newest mail from us."),
        "incorrect_password": _("This password is not right."),
        "enter_current_password": _("This is not your current password."),
        "duplicate_email": _("This is your address already."),
        "email_taken": _("This address cannot be used."),
        "same_as_current": _("This is your address already."),
        "rate_limited": _("Too many tries. Wait a minute, then try again."),
        "invalid_password_reset": _("This link has been used or is too old."),
    }

    def new_user(self, request: HttpRequest) -> Person:
        """A person who writes in the language of the page they join on."""
        return Person(language=get_language() or settings.LANGUAGE_CODE)

    def save_user(
        self,
        request: HttpRequest,
        user: Person,
        form: BaseForm,
        commit: bool = True,  # noqa: FBT001, FBT002 - allauth's own signature
    ) -> Person:
        """The person has the address as typed, and its compared form."""
        user.email = getattr(form, "typed_email", form.cleaned_data["email"])
        user.email_key = email_key(user.email)
        user.name = form.cleaned_data["name"]
        user.set_password(form.cleaned_data["password1"])
        if commit:
            user.save()
        return user

    def clean_email(self, email: str) -> str:
        """The address under which the person who is meant is known, if there is one."""
        return known_form(email).lower()

    def clean_password(self, password: str, user: Any = None) -> str:
        """As typed, up to 128 characters. Raises ValidationError."""
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError(
                _("A password has at most %(most)s characters."),
                code="password_too_long",
                params={"most": LONGEST_PASSWORD},
            )
        cleaned: str = super().clean_password(password, user=user)
        return cleaned

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """The mailbox is this person's, they are compared by it, and a fact says so."""
        person = email_address.user
        typed = person.email
        try:
            with transaction.atomic():
                if not super().confirm_email(request, email_address):
                    return False
                prove_mailbox(person=person, address=email_address.email, typed_before=typed)
        except IntegrityError:  # somebody else proved it meanwhile
            return False
        return True

    def post_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse:
        """Whoever came in with a code by mail has proved the mailbox."""
        records = get_authentication_records(request, user)
        if records and records[-1]["method"] == "code":
            prove_mailbox(person=user, address=user.email, typed_before=user.email)
        answer: HttpResponse = super().post_login(request, user, **more)
        return answer

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The letter of this occasion is in the outbox, in its reader's language.

        Letters that strangers can cause end after some in an hour, whichever pages they come from;
        those that tell a person what changed are always written.
        """
        mailbox = mailbox_of(email)
        if template_prefix in LETTERS and not _spared(asking.request, mailbox):
            return
        write(template_prefix, to=mailbox, context=context)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # Not by the host, as allauth has it: another port in a Host header would count anew.
        return email_key(str(credentials.get("email", "")))

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str = "",
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """A notice in our words on the person's next own page, if there is anything to say."""
        if notice := NOTICES.get(message_template):
            messages.add_message(request, level, str(notice))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Whoever proved within a quarter of an hour who they are is not asked again."""
        return not proved_lately(asking.request)

    def get_reauthentication_methods(self, user: Person) -> list[dict[str, Any]]:
        """The ways to prove again who one is, in our words."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [one | {"description": WAYS.get(one["id"], one["description"])} for one in methods]

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that the outermost trusted proxy saw; headers of visitors count nothing."""
        return request.META.get("REMOTE_ADDR") or "127.0.0.1"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """To the front page, in the same language."""
        return reverse("pages:home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to where everything of the person's begins."""
        return reverse("people:yours")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """From the site's own address, never from a request's Host header."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "0", "key": "k"})
        return settings.COLLETTA_URL + path.replace("0-k", key)


def _spared(request: HttpRequest, mailbox: str) -> bool:
    within: object = ratelimit.consume(
        request,
        app="people",
        action="letters",
        config=LETTERS_TO_ONE_MAILBOX,
        key=email_key(mailbox),
        limit_get=True,
    )
    return bool(within)
