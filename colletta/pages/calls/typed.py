"""Numbers of a rule as people type them, and as a form shows them again."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from colletta.money import Money, NotAnAmount, parse_amount
from colletta.ui.templatetags.ui import page_language

PERCENT_PLACES, RATIO_PLACES = 2, 4


class SumField(forms.CharField):
    """A sum, which its form reads in the call's currency: whole ones are written without cents."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})


class PartsField(forms.CharField):
    """A number of few decimals, kept as a whole number of its smallest parts: "33,33" is 3333."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, places: int, **more: Any) -> None:
        super().__init__(required=False, max_length=12, **more)
        self.places = places

    def clean(self, value: Any) -> int | None:
        """The number in its parts; None where nothing was typed."""
        typed = str(super().clean(value)).removesuffix("%").strip()
        if not typed:
            return None
        found = re.fullmatch(rf"([0-9]{{1,6}})(?:[.,]([0-9]{{1,{self.places}}}))?", typed)
        if found is None:
            raise ValidationError(_("Type a number, with at most %d decimals.") % self.places)
        return int(found[1] + (found[2] or "").ljust(self.places, "0"))


def shown_parts(parts: int | None, places: int) -> str:
    """A number of parts as the field takes it: 3333 of two places is "33,33" in Italian."""
    if parts is None:
        return ""
    digits = f"{parts:0{places + 1}d}"
    decimals = digits[-places:].rstrip("0")
    point = "," if page_language() == "it" else "."
    return digits[:-places] + (point + decimals if decimals else "")


def read_sum(typed: str, currency: str) -> int | None:
    """A sum in minor units; None where nothing was typed, 0 for a zero. Raises ValidationError."""
    if not typed:
        return None
    if re.fullmatch("0+([.,]0{1,3})?", typed):
        return 0
    try:
        return parse_amount(typed, page_language(), currency).minor
    except NotAnAmount as fault:
        example = Money(125_000, currency).written(page_language())
        raise ValidationError(_("Type a sum like %s.") % example) from fault


def shown_sum(minor: int | None, currency: str) -> str:
    """A sum as its field takes it."""
    if not minor:
        return "" if minor is None else "0"
    return Money(minor, currency).written(page_language(), trim=True)
