"""What a partner says of a call: text, window, pool, rule, questions."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from colletta.matching.models import Call, CallState, Gives, Rule
from colletta.matching.outline import Outline
from colletta.matching.soundness import faults_of
from colletta.money import Money
from colletta.pages.calls.as_typed import as_typed
from colletta.pages.calls.asked import asked_in, fields_of_questions
from colletta.pages.calls.days import beginning_of, end_of
from colletta.pages.calls.faults import at_field, sentence_of_fault
from colletta.pages.calls.rule_fields import RuleFields
from colletta.pages.calls.typed import SumField, read_sum
from colletta.pledges.typed import readable
from colletta.ui.templatetags.ui import page_language

CURRENCIES = [(code, code) for code in ("EUR", "CHF", "GBP", "USD")]
SUMS = ("pool", "threshold", "amount", "cap", "cap_per_gift")
# What a rule of each kind needs; what is typed for another kind is left out.
USED = {
    Gives.GAP_TO_TARGET: ("cap_minor",),
    Gives.FLAT: ("amount_minor",),
    Gives.SHARE_OF_TARGET: ("share", "cap_minor"),
    Gives.RATIO: ("ratio", "cap_minor", "cap_per_gift_minor"),
    Gives.QUADRATIC: ("cap_minor", "cap_per_gift_minor"),
}


def _text(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, validators=[readable_lines], **more)


def readable_lines(text: str) -> None:
    """Refuses characters that nobody sees, but takes line breaks. Raises ValidationError."""
    readable(text.replace("\r", "").replace("\n", " "))


class CallForm(RuleFields):
    """A call, from its title to its rule. `outline` is what the actions take."""

    sums: tuple[str, ...] = SUMS

    title_it = _text(gettext_lazy("Title in Italian"), max_length=120)
    title_en = _text(gettext_lazy("Title in English"), max_length=120)
    text_it = _text(
        gettext_lazy("Text in Italian"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    text_en = _text(
        gettext_lazy("Text in English"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    opens_on = forms.DateField(
        label=gettext_lazy("Gifts count from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    closes_on = forms.DateField(
        label=gettext_lazy("Until the end of"),
        required=False,
        help_text=gettext_lazy("On that day the call closes. Empty: until you close it."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    pool = SumField(
        label=gettext_lazy("The whole pool"),
        help_text=gettext_lazy("All that you may have to pay. It is never promised twice."),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=CURRENCIES)
    claw_back_days = forms.IntegerField(
        label=gettext_lazy("Days after the closing in which gifts may still go back"),
        min_value=0,
        max_value=120,
        initial=14,
    )

    def __init__(self, *args: Any, call: Call | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial = as_typed(call) if call else {"currency": "EUR"}
        self.call = call
        self.fields |= fields_of_questions(call)
        if call is not None and call.state == CallState.OPEN:
            for name in ("opens_on", "currency", "claw_back_days"):
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """A title, a window that opens, sums that can be read, a rule that can stand."""
        given = self.cleaned_data
        if not given.get("title_it") and not given.get("title_en"):
            self.add_error("title_it", _("Write a title in at least one language."))
        self._clean_window(given.get("opens_on"), given.get("closes_on"))
        self._clean_sums()
        if not self.errors:
            self._clean_rule()
        return given

    def _clean_window(self, opens: date | None, closes: date | None) -> None:
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("The call closes before it opens."))

    def _clean_sums(self) -> None:
        for name in self.sums:
            try:
                typed = str(self.cleaned_data.get(name) or "")
                read = read_sum(typed, self.cleaned_data.get("currency", "EUR"))
                self.cleaned_data[f"{name}_minor"] = read
            except ValidationError as fault:
                self.add_error(name, fault)
        if "pool" not in self.errors and not self.cleaned_data.get("pool_minor"):
            self.add_error("pool", _("A pool is more than zero."))

    def _clean_rule(self) -> None:
        faults = faults_of(Rule(**self.rule()), pool_minor=self.cleaned_data["pool_minor"])
        for fault in faults:
            self.add_error(at_field(fault, self.cleaned_data["gives"]), sentence_of_fault(fault))

    def fields_of(self, beginning: str) -> list[BoundField]:
        """The fields whose names begin so, for a part of the page."""
        return [field for field in self if field.name.startswith(beginning)]

    def rule(self) -> dict[str, Any]:
        """The columns of the rule."""
        given = self.cleaned_data
        gives = Gives(given["gives"])
        return {
            "gives": gives,
            "threshold_minor": given["threshold_minor"],
            "threshold_share": given["threshold_share"],
            "minimum_supporters": given["minimum_supporters"] or 0,
            "window_days": given["window_days"],
            "counts_offline": given["counts_offline"],
            **{name: given[name] for name in USED[gives]},
        }

    def outline(self) -> Outline:
        """The call as the actions take it."""
        given, codes = self.cleaned_data, ("it", "en")
        titles = {code: given[f"title_{code}"] for code in codes if given[f"title_{code}"]}
        closes = given["closes_on"]
        return Outline(
            titles=titles,
            texts={code: given[f"text_{code}"] for code in codes if given[f"text_{code}"]},
            language=page_language() if page_language() in titles else next(iter(titles)),
            opens_at=beginning_of(given["opens_on"]),
            closes_at=end_of(closes) if closes else None,
            pool=Money(given["pool_minor"], given["currency"]),
            claw_back_days=given["claw_back_days"],
            questions=asked_in(given),
            rule=self.rule(),
        )
