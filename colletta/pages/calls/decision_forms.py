"""What a partner says of an application."""

from django import forms
from django.utils.translation import gettext_lazy as _

from colletta.pages.calls.forms import readable_lines


class ScoreForm(forms.Form):
    """For the partner alone."""

    score = forms.IntegerField(label=_("Score, 0 to 10"), min_value=0, max_value=10, required=False)
    note = forms.CharField(
        label=_("Note"),
        max_length=2000,
        required=False,
        validators=[readable_lines],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DeclineForm(forms.Form):
    """The campaign reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        help_text=_("The campaign reads it, in these words."),
        error_messages={"required": _("Write a reason.")},
        validators=[readable_lines],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
