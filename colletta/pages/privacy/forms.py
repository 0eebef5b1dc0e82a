"""What is typed on the pages of privacy."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AskingForm(forms.Form):
    """Which mailbox the answer goes to."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("The answer goes there and nowhere else."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ErasureForm(forms.Form):
    """That it is meant."""

    understood = forms.BooleanField(
        label=_("I know that this cannot be undone"),
        error_messages={"required": _("Tick this if you mean it: nothing comes back.")},
    )
