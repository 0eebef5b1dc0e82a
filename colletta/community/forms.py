"""What people type around a campaign."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from colletta.community.models import LONGEST, LONGEST_MESSAGE, News
from colletta.community.spam import clean_text
from colletta.people.naming import clean_name

LONGEST_REASON = 300


class WithTrap(forms.Form):
    """A form with a field that people do not see, and programs that fill in forms fill in."""

    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        """Whoever fills it in without wanting to can still empty it."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave the last field empty, please."), code="trap")
        return ""


class CommentForm(WithTrap):
    """A comment."""

    text = forms.CharField(
        label=gettext_lazy("Your comment"),
        help_text=gettext_lazy("Plain text. Everybody can read it, with your name."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_order = ("text", "website")

    def clean_text(self) -> str:
        """As it is kept."""
        return clean_text(str(self.cleaned_data["text"]))


class AnswerForm(WithTrap):
    """What one side of a conversation writes. `key` tells a form sent twice."""

    text = forms.CharField(
        label=gettext_lazy("Your message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    field_order: tuple[str, ...] = ("text", "website", "key")

    def clean_text(self) -> str:
        """As it is kept."""
        return clean_text(str(self.cleaned_data["text"]))


class ContactForm(AnswerForm):
    """The first message, by whoever need not sign in for it."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        help_text=gettext_lazy("The answer comes there. The campaign’s people do not see it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("text", "name", "email", "website", "key")

    def clean_name(self) -> str:
        """A name that can be read."""
        return clean_name(str(self.cleaned_data["name"]))


class HidingForm(forms.Form):
    """Why a comment is hidden."""

    because = forms.CharField(
        label=gettext_lazy("Why do you hide it?"),
        help_text=gettext_lazy("Everybody can read the reason, in place of the comment."),
        max_length=LONGEST_REASON,
    )

    def clean_because(self) -> str:
        """In one line, as it is kept."""
        return " ".join(clean_text(str(self.cleaned_data["because"])).split())


class FollowForm(WithTrap):
    """The mailbox that hears of a campaign."""

    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        help_text=gettext_lazy("For news of this campaign, and nothing else."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("email", "website")


class NewsForm(forms.Form):
    """What a follower hears of."""

    news = forms.MultipleChoiceField(
        label=gettext_lazy("Write to me"),
        choices=News.choices,
        widget=forms.CheckboxSelectMultiple,
    )
