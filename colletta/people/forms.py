"""What a person says of themselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from colletta.people.models import Person
from colletta.people.naming import clean_name
from colletta.people.telling import told_plainly

LONGEST_ABOUT = 2000


class ProfileForm(forms.Form):
    """Name, about, language, and whether everybody may see it."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    about = forms.CharField(
        label=_("About you"),
        help_text=_("Plain text. An empty line begins a new paragraph."),
        max_length=LONGEST_ABOUT,
        required=False,
        widget=forms.Textarea,
    )
    language = forms.ChoiceField(
        label=_("In which language shall we write to you?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )
    shown = forms.BooleanField(
        label=_("Show my profile to everybody"),
        help_text=_(
            "Then a page shows your name, what you say about yourself and the campaigns you own. "
            "It never shows your address or your gifts."
        ),
        required=False,
    )

    @classmethod
    def of(cls, person: Person) -> "ProfileForm":
        """As the person left it."""
        about = person.about.get(person.about_language, "")
        return cls(
            initial={
                "name": person.name,
                "about": told_plainly(about),
                "language": person.language,
                "shown": person.profile_shown_at is not None,
            }
        )

    def clean_name(self) -> str:
        """A name that can be read."""
        return clean_name(str(self.cleaned_data["name"]))

    def clean_about(self) -> str:
        """Without characters that no page can show."""
        return str(self.cleaned_data["about"]).replace("\x00", "")

    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in ("name", "about", "language", "shown")}
