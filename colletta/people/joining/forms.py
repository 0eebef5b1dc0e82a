"""The forms of joining and signing in that know our persons."""

from typing import Any

from allauth.account.forms import (
    LoginForm,
    RequestLoginCodeForm,
    SignupForm,
)
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from colletta.mail.addresses import email_key
from colletta.people.joining.addresses import known_form
from colletta.people.naming import clean_name

LONGEST_NAME = 200


class JoinForm(SignupForm):  # type: ignore[misc]
    """Name, address, password."""

    account_already_exists: bool
    field_order = ("name", "email", "password1")
    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean_name(self) -> str:
        """A name that can be read."""
        return clean_name(self.cleaned_data["name"])

    @property
    def typed_email(self) -> str:
        """The address exactly as it was typed: allauth itself keeps lower case only."""
        typed = str(self.data.get(self.add_prefix("email"), "")).strip()
        asked = str(self.cleaned_data["email"])
        return typed if email_key(typed) == email_key(asked) else asked

    def try_save(self, request: HttpRequest) -> tuple[Any, Any]:
        """A new person; where somebody with this address joined just now, the usual answer."""
        if self.account_already_exists:
            # Hashing a password takes longer than all the rest: without it the time would tell.
            make_password(self.cleaned_data["password1"])
        try:
            with transaction.atomic():
                saved: tuple[Any, Any] = super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            saved = super().try_save(request)
        return saved


class SignInForm(LoginForm):  # type: ignore[misc]
    """Address and password. What helps who forgot the password stands below the form, once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["password"].help_text = ""

    def clean_login(self) -> str:
        """The address under which the person is known."""
        return known_form(super().clean_login()).lower()


class CodeByMailForm(RequestLoginCodeForm):  # type: ignore[misc]
    """The address to which a code goes."""

    def clean_email(self) -> str:
        """The address under which the person is known."""
        self.cleaned_data["email"] = known_form(self.cleaned_data["email"]).lower()
        known: str = super().clean_email()
        return known
