"""What the owner's people type into an update, in each language of their campaign."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign
from colletta.community.models import Readers
from colletta.community.spam import clean_text
from colletta.people.telling import told_as_html
from colletta.pictures.decoding import MEGABYTES

LONGEST_TITLE = 120
LONGEST_TEXT = 10_000
MOST_PICTURES = 4
LONGEST_ALTERNATIVE = 300


class UpdateForm(forms.Form):
    """Title and text by language, pictures, who reads it and from when.

    The instant is typed as the clock of the current time zone shows it; one that this clock skips,
    or shows twice, is explained.
    """

    readers = forms.ChoiceField(
        label=gettext_lazy("Who reads it?"),
        choices=Readers,
        initial=Readers.EVERYBODY,
        widget=forms.RadioSelect,
    )
    when = forms.DateTimeField(
        label=gettext_lazy("When shall it appear?"),
        help_text=gettext_lazy("At once, if you leave it empty. The time is that of the campaign."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )

    def __init__(self, campaign: Campaign, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        others = {text.language for text in campaign.texts.all()} - {campaign.language}
        self.languages = [campaign.language, *sorted(others)]
        for language in self.languages:
            own = language == campaign.language
            self.fields[f"title_{language}"] = _title(language, required=own)
            self.fields[f"text_{language}"] = _text(language, required=own)
        words = [f"{part}_{one}" for one in self.languages for part in ("title", "text")]
        for number in range(1, MOST_PICTURES + 1):
            self.fields[f"picture_{number}"] = _picture(number)
            self.fields[f"alternative_{number}"] = _alternative(number)
        self.order_fields([*words, "readers", "when"])

    def clean(self) -> dict[str, Any]:
        """Another language has both title and text, or neither; a picture says what it shows."""
        typed: dict[str, Any] = super().clean() or {}
        for language in self.languages:
            for part in ("title", "text"):
                self._clean_words(f"{part}_{language}", typed)
            title, text = typed.get(f"title_{language}"), typed.get(f"text_{language}")
            if bool(title) != bool(text) and not self._wrong_in(language):
                missing = f"text_{language}" if title else f"title_{language}"
                self.add_error(missing, _("Write this too, or leave out this language."))
        for number in range(1, MOST_PICTURES + 1):
            self._clean_words(f"alternative_{number}", typed)
            if typed.get(f"picture_{number}") and not typed.get(f"alternative_{number}"):
                told = _("Say what the picture shows, for those who cannot see it.")
                self.add_error(f"alternative_{number}", told)
        return typed

    def pictures(self) -> Iterator[tuple[str, UploadedFile, str]]:
        """The name of the field, the file, the alternative text of each picture that was sent."""
        for number in range(1, MOST_PICTURES + 1):
            if sent := self.cleaned_data[f"picture_{number}"]:
                yield f"picture_{number}", sent, self.cleaned_data[f"alternative_{number}"]

    @property
    def words(self) -> list[forms.BoundField]:
        """The fields that come first: titles and texts."""
        return [self[name] for name in self.fields if name.startswith(("title_", "text_"))]

    @property
    def frames(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each picture's field with that of its alternative text."""
        numbers = range(1, MOST_PICTURES + 1)
        return [(self[f"picture_{one}"], self[f"alternative_{one}"]) for one in numbers]

    def told(self) -> tuple[dict[str, str], dict[str, str]]:
        """The titles and the texts, as HTML, by language; only what was typed."""
        there = [one for one in self.languages if self.cleaned_data[f"title_{one}"]]
        titles = {one: " ".join(self.cleaned_data[f"title_{one}"].split()) for one in there}
        return titles, {one: told_as_html(self.cleaned_data[f"text_{one}"]) for one in there}

    def _clean_words(self, name: str, typed: dict[str, Any]) -> None:
        if not typed.get(name):
            return
        try:
            typed[name] = clean_text(typed[name])
        except ValidationError as fault:
            self.add_error(name, fault)

    def _wrong_in(self, language: str) -> bool:
        return bool({f"title_{language}", f"text_{language}"} & self.errors.keys())


def _title(language: str, *, required: bool) -> forms.CharField:
    name = get_language_info(language)["name_translated"]
    return forms.CharField(
        label=_("Title (%(language)s)") % {"language": name},
        max_length=LONGEST_TITLE,
        required=required,
        widget=forms.TextInput(attrs={"lang": language}),
    )


def _text(language: str, *, required: bool) -> forms.CharField:
    name = get_language_info(language)["name_translated"]
    return forms.CharField(
        label=_("What is new (%(language)s)") % {"language": name},
        help_text=_("Plain text. An empty line begins a new paragraph."),
        max_length=LONGEST_TEXT,
        required=required,
        widget=forms.Textarea(attrs={"rows": 8, "lang": language}),
    )


def _picture(number: int) -> forms.FileField:
    return forms.FileField(
        label=_("Picture %(number)s") % {"number": number},
        help_text=_("A JPEG, PNG or WebP of at most %(most)s MB.") % {"most": MEGABYTES},
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )


def _alternative(number: int) -> forms.CharField:
    return forms.CharField(
        label=_("What picture %(number)s shows") % {"number": number},
        max_length=LONGEST_ALTERNATIVE,
        required=False,
    )
