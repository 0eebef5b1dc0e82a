"""What the desk is asked for when it decides something."""

from django import forms
from django.utils.translation import gettext_lazy as _

from colletta.community.models import Decision


class ReasonForm(forms.Form):
    """Why somebody decided as they did; it is kept."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It is kept with your name. Write what you found."),
        error_messages={"required": _("Write a reason.")},
    )


class DecisionForm(forms.Form):
    """What becomes of something that was reported, and why."""

    decision = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=Decision.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of it.")},
    )
    because = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_(
            "Whoever wrote it and whoever reported it read this; under a hidden comment everybody."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a reason.")},
    )


class SecondLookForm(forms.Form):
    """What becomes of an appeal, and why."""

    answer = forms.ChoiceField(
        label=_("Was the decision right?"),
        choices=[("declined", _("Yes, it stands")), ("granted", _("No, turn it round"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    because = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Whoever appealed reads this; the other side too if the decision is turned."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a reason.")},
    )
