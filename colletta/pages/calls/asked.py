"""The questions that a call asks of whoever applies, as fields of its form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from colletta.matching.models import Call

QUESTIONS = 4
KINDS = [("text", gettext_lazy("A text")), ("file", gettext_lazy("A document (PDF, PNG, JPEG)"))]


def fields_of_questions(call: Call | None) -> dict[str, forms.Field]:
    """Four places for questions, or as many as the call has by now."""
    places = max(QUESTIONS, len(call.questions) if call else 0)
    fields: dict[str, forms.Field] = {}
    for number in range(1, places + 1):
        of_this = {"number": number}
        fields[f"question_{number}_it"] = forms.CharField(
            label=gettext_lazy("Question %(number)s in Italian") % of_this,
            required=False,
            max_length=300,
        )
        fields[f"question_{number}_en"] = forms.CharField(
            label=gettext_lazy("Question %(number)s in English") % of_this,
            required=False,
            max_length=300,
        )
        fields[f"question_{number}_kind"] = forms.ChoiceField(
            label=gettext_lazy("Answered by"), choices=KINDS, initial="text", required=False
        )
        fields[f"question_{number}_required"] = forms.BooleanField(
            label=gettext_lazy("An answer is required"), required=False
        )
        fields[f"question_{number}_key"] = forms.SlugField(
            widget=forms.HiddenInput, required=False, max_length=40
        )
    return fields


def asked_in(given: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """The questions that were written; one keeps its key, so that its answers stay its own."""
    asked, number = list[dict[str, Any]](), 1
    while f"question_{number}_kind" in given:
        label = {code: given[f"question_{number}_{code}"] for code in ("it", "en")}
        told = {code: text for code, text in label.items() if text}
        if told:
            asked.append({
                "key": given[f"question_{number}_key"] or f"question-{number}",
                "label": told,
                "kind": given[f"question_{number}_kind"] or "text",
                "required": given[f"question_{number}_required"],
            })
        number += 1
    return tuple(asked)


def shown_asked(questions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The questions as their fields show them."""
    shown: dict[str, Any] = {}
    for number, one in enumerate(questions, start=1):
        begins = f"question_{number}"
        shown |= {f"{begins}_{code}": text for code, text in one["label"].items()}
        shown |= {f"{begins}_{name}": one.get(name) for name in ("kind", "required", "key")}
    return shown
