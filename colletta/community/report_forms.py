"""What people are asked when they report something, or want it looked at again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from colletta.community.forms import WithTrap
from colletta.community.models import LONGEST_APPEAL, LONGEST_REPORT, Reason
from colletta.community.spam import clean_text

LONGEST_NAME = 200


class ReportForm(WithTrap):
    """What is wrong with it. A guest is asked for an address, a wall of names for the name."""

    said = forms.CharField(
        label=gettext_lazy("The name or the message as it stands there"),
        max_length=LONGEST_NAME,
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong with it?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong with it.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Tell us more"),
        help_text=gettext_lazy("What should we know? Only the people at our desk read it."),
        max_length=LONGEST_REPORT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        help_text=gettext_lazy("Only if you want to hear what we decide."),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("said", "reason", "text", "email", "website")

    def __init__(self, *args: Any, guest: bool, asks_name: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not guest:
            del self.fields["email"]
        if not asks_name:
            del self.fields["said"]

    def clean_text(self) -> str:
        """As it is kept."""
        typed = str(self.cleaned_data["text"])
        return clean_text(typed) if typed else ""


class AppealForm(WithTrap):
    """Why somebody wants it looked at again."""

    text = forms.CharField(
        label=gettext_lazy("What did we get wrong?"),
        help_text=gettext_lazy("Only the people at our desk read it."),
        max_length=LONGEST_APPEAL,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ("text", "website")

    def clean_text(self) -> str:
        """As it is kept."""
        return clean_text(str(self.cleaned_data["text"]))
