"""What an organisation tells of itself, and who is invited into its team."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from colletta.people.models import Kind, Role
from colletta.people.naming import clean_name

LONGEST_ABOUT = 5000


class OrganisationForm(forms.Form):
    """Name, place, kind, contact, what it does."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        error_messages={"required": _("Write the name of the organisation.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    place = forms.CharField(
        label=_("Place"),
        max_length=120,
        help_text=_("Town or neighbourhood."),
        error_messages={"required": _("Write where it is at home.")},
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[("", _("Choose")), *Kind.choices],
        error_messages={"required": _("Choose what it is.")},
    )
    contact_email = forms.EmailField(
        label=_("Contact e-mail"),
        max_length=254,
        help_text=_("Where people reach it."),
        error_messages={"required": _("Write where people reach it.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    contact_shown = forms.BooleanField(label=_("Show this address on its page"), required=False)
    about = forms.CharField(
        label=_("Who you are and what you do"),
        required=False,
        max_length=LONGEST_ABOUT,
        help_text=_("An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_name(self) -> str:
        """A name that a page and a mail can show."""
        return clean_name(self.cleaned_data["name"])

    def clean_place(self) -> str:
        """Likewise."""
        return clean_name(self.cleaned_data["place"])

    def terms(self) -> dict[str, Any]:
        """As the actions take it."""
        return {**self.cleaned_data, "kind": Kind(self.cleaned_data["kind"])}


class InvitationForm(forms.Form):
    """Who is invited, as what."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        error_messages={"required": _("Write an e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.EDITOR)


class RoleForm(forms.Form):
    """Another role for a member."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
