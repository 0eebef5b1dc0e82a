"""What the desk is asked for when it decides something."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why somebody decided as they did; it is kept."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It is kept with your name. Write what you found."),
        error_messages={"required": _("Write a reason.")},
    )
